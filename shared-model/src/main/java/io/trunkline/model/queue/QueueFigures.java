package io.trunkline.model.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The figures of one queue. Counts and averages are of today in the tenant's time zone; `serviceLevel` is answered
/// within the queue's limit over answered and abandoned, 0 to 1.
public record QueueFigures(
        QueueRef queue,
        int waiting,
        @Nullable Instant longestWaitingSince,
        int active,
        int wrapping,
        int agentsAvailable,
        int agentsEngaged,
        int agentsWrapUp,
        int agentsAway,
        long arrived,
        long answered,
        long abandoned,
        @Nullable Double serviceLevel,
        @Nullable Double averageWaitSeconds,
        @Nullable Double averageHandleSeconds,
        Instant at) {}
