package io.trunkline.model.interaction;

import io.trunkline.model.Channel;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.queue.QueueRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One piece of work on any channel, from arrival to disposition.
public record Interaction(
        InteractionId id,
        Channel channel,
        Direction direction,
        InteractionState state,
        @Nullable Outcome outcome,
        ContactRef contact,
        @Nullable QueueRef queue,
        @Nullable AgentRef agent,
        @Nullable ThreadId thread,
        Instant openedAt,
        @Nullable Instant queuedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable Instant completedAt,
        @Nullable String disposition) {}
