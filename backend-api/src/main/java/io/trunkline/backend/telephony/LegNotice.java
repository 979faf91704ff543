package io.trunkline.backend.telephony;

import io.trunkline.model.InteractionId;
import io.trunkline.model.LegId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a carrier tells of a leg. `leg` and `interaction` are known where we dialled it. `talked` is false when the
/// carrier says that a completed leg lasted no time.
public record LegNotice(
        CallSid sid,
        LegState state,
        Instant at,
        @Nullable InteractionId interaction,
        @Nullable LegId leg,
        @Nullable String reason,
        boolean talked) {
    public LegNotice(
            CallSid sid,
            LegState state,
            Instant at,
            @Nullable InteractionId interaction,
            @Nullable LegId leg,
            @Nullable String reason) {
        this(sid, state, at, interaction, leg, reason, true);
    }
}
