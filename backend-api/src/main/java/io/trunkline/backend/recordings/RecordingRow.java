package io.trunkline.backend.recordings;

import io.trunkline.model.InteractionId;
import io.trunkline.model.RecordingId;
import io.trunkline.model.recording.Recording;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A recording as it is kept.
record RecordingRow(
        RecordingId id,
        InteractionId interactionId,
        String carrierSid,
        String state,
        Instant startedAt,
        double seconds,
        int channels,
        long bytes,
        @Nullable String path,
        @Nullable String sourceUrl,
        @Nullable String mediaType,
        int attempts) {
    Recording shown() {
        return new Recording(id, interactionId, startedAt, seconds, channels, bytes, state.equals("STORED"));
    }
}
