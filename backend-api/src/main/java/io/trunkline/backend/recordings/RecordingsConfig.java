package io.trunkline.backend.recordings;

import io.trunkline.backend.platform.config.Settings;
import java.nio.file.Path;

/// Where the audio is kept.
public record RecordingsConfig(Path directory) {
    public static RecordingsConfig from(Settings settings) {
        return new RecordingsConfig(settings.path("recordings.directory", "data/recordings"));
    }
}
