package io.trunkline.backend.telephony;

import io.trunkline.model.InteractionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a carrier tells of an interaction's conference; `sequence` orders what it tells of one conference.
public record ConferenceNotice(
        InteractionId interaction,
        String conference,
        Kind kind,
        @Nullable CallSid leg,
        int sequence,
        Instant at) {
    public enum Kind {
        START,
        JOIN,
        LEAVE,
        HOLD,
        UNHOLD,
        END,
        OTHER
    }
}
