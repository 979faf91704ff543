package io.trunkline.backend.interactions;

import io.trunkline.model.AgentId;
import io.trunkline.model.ContactId;
import io.trunkline.model.ParticipantId;
import io.trunkline.model.interaction.ParticipantRole;
import org.jspecify.annotations.Nullable;

/// Somebody who joins an interaction. The id is the caller's, so that a repeat joins nobody twice.
public record Joining(
        ParticipantId id,
        ParticipantRole role,
        String name,
        @Nullable AgentId agent,
        @Nullable ContactId contact,
        @Nullable String address) {}
