package io.trunkline.backend.recordings;

import io.trunkline.model.InteractionId;
import java.time.Instant;

/// What a carrier tells of a recording.
public record RecordingNotice(
        InteractionId interaction,
        String carrierSid,
        String callSid,
        Kind kind,
        Instant startedAt,
        double seconds,
        int channels,
        String url) {
    public enum Kind {
        IN_PROGRESS,
        COMPLETED,
        ABSENT,
        FAILED
    }
}
