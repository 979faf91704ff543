package io.trunkline.backend.telephony;

import io.trunkline.model.InteractionId;
import java.time.Instant;

/// What a carrier tells of a recording, in words of no carrier.
public record RecordingTold(
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
