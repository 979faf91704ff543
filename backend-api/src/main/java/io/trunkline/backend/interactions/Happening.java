package io.trunkline.backend.interactions;

import io.trunkline.model.AgentId;
import io.trunkline.model.DispositionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.interaction.Outcome;
import org.jspecify.annotations.Nullable;

/// What can happen to an interaction once it is open.
sealed interface Happening {
    record Queued(QueueId queue) implements Happening {}

    record Answered(AgentId agent) implements Happening {}

    /// To a queue, or without one to a certain agent; either way it waits again.
    record Transferred(@Nullable QueueId queue) implements Happening {}

    /// The contact talks on with somebody outside; no agent holds the interaction any more.
    record PassedOut() implements Happening {}

    record Ended(Outcome outcome) implements Happening {}

    record Completed(@Nullable DispositionId disposition) implements Happening {}
}
