package io.trunkline.model.live;

import io.trunkline.model.AgentId;
import io.trunkline.model.queue.Queue;

/// What administrators change in queues.
public sealed interface QueueEvent extends LiveEvent {
    record Changed(Queue queue) implements QueueEvent {}

    /// The agent has other queues or skills now.
    record MembershipChanged(AgentId agent) implements QueueEvent {}
}
