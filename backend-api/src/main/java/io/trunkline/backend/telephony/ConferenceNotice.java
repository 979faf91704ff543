package io.trunkline.backend.telephony;

import io.trunkline.model.InteractionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a carrier tells of an interaction's conference. `sequence` counts within one conference; one that ends and
/// begins again counts anew.
public record ConferenceNotice(
        InteractionId interaction,
        String conference,
        Kind kind,
        @Nullable CallSid leg,
        int sequence,
        Instant at) {
    private static final long MOST_IN_A_SECOND = 100_000;

    /// Grows with every notice about the interaction, over all its conferences.
    long order() {
        return at.getEpochSecond() * MOST_IN_A_SECOND + sequence;
    }

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
