package io.trunkline.model.interaction;

import io.trunkline.model.AgentId;
import io.trunkline.model.ParticipantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Someone in an interaction.
public record Participant(
        ParticipantId id,
        ParticipantRole role,
        String name,
        @Nullable AgentId agent,
        @Nullable String address,
        Instant joinedAt,
        @Nullable Instant leftAt) {}
