package io.trunkline.backend.routing;

import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An interaction that comes to wait.
///
/// @param visit grows each time the same interaction is queued again, so that repeats and late news are told apart
/// @param enqueuedAt where its waiting counts from; a time ahead of the router's counts as now
/// @param offerMicros how long one agent is rung
/// @param steps in order of their times
/// @param only the one agent it is for, whatever their queues and skills
record Arrival(
        InteractionId interaction,
        long visit,
        Demand demand,
        int priority,
        long enqueuedAt,
        long offerMicros,
        List<Step> steps,
        @Nullable AgentId only) {
    Arrival {
        steps = List.copyOf(steps);
        if (visit < 1) {
            throw new IllegalArgumentException("visits count from 1");
        }
    }
}
