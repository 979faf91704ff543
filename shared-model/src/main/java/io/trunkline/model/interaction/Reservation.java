package io.trunkline.model.interaction;

import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.queue.QueueRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One offer to one agent with a deadline. `ringingAt` is when the agent's desktop said that it rings, if it did.
/// `acceptedAt` is when the talk began: of an agent who calls out, when the
/// contact picked up.
public record Reservation(
        ReservationId id,
        InteractionId interaction,
        AgentId agent,
        Channel channel,
        Direction direction,
        ReservationState state,
        ContactRef contact,
        @Nullable QueueRef queue,
        Instant waitingSince,
        Instant offeredAt,
        Instant deadline,
        @Nullable Instant ringingAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant wrapUpUntil) {}
