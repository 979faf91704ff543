package io.trunkline.backend.telephony;

import io.trunkline.model.InteractionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A call as it is kept beside its interaction.
record CallRow(
        InteractionId interactionId,
        @Nullable String conferenceSid,
        @Nullable String ourNumber,
        String language,
        boolean held,
        boolean muted,
        @Nullable Instant agentLostAt) {}
