package io.trunkline.backend.interactions;

import io.trunkline.model.AgentId;
import io.trunkline.model.DispositionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where an interaction stands: the part of its row that [Lifecycle] changes.
record Standing(
        InteractionState state,
        @Nullable Outcome outcome,
        @Nullable QueueId queue,
        @Nullable AgentId agent,
        @Nullable Instant queuedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable Instant completedAt,
        @Nullable DispositionId disposition) {

    static final Standing OPENED = new Standing(InteractionState.OPEN, null, null, null, null, null, null, null, null);

    Standing waiting(@Nullable QueueId in, Instant now) {
        var first = queuedAt == null ? now : queuedAt;
        return new Standing(InteractionState.WAITING, null, in, null, first, answeredAt, null, null, null);
    }

    /// Known afterwards: it was in this queue and left it at once.
    Standing hadWaited(QueueId in) {
        return new Standing(state, outcome, in, agent, endedAt, answeredAt, endedAt, completedAt, disposition);
    }

    Standing active(AgentId by, Instant now) {
        var first = answeredAt == null ? now : answeredAt;
        return new Standing(InteractionState.ACTIVE, null, queue, by, queuedAt, first, null, null, null);
    }

    /// The agent reaches out; nobody has answered yet.
    Standing dialled(AgentId by, @Nullable QueueId under) {
        return new Standing(InteractionState.ACTIVE, null, under, by, null, null, null, null, null);
    }

    Standing passedOut() {
        return new Standing(InteractionState.ACTIVE, null, queue, null, queuedAt, answeredAt, null, null, null);
    }

    Standing wrapping(Outcome how, Instant now) {
        return new Standing(InteractionState.WRAPPING, how, queue, agent, queuedAt, answeredAt, now, null, null);
    }

    Standing completed(Outcome how, @Nullable DispositionId with, Instant now) {
        var end = endedAt == null ? now : endedAt;
        return new Standing(InteractionState.COMPLETED, how, queue, agent, queuedAt, answeredAt, end, now, with);
    }
}
