package io.trunkline.backend.analytics;

import io.trunkline.model.QueueId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What happened in each queue since midnight in the tenant's time zone. Counts only grow; a new day is a new object.
final class Day {
    private final Map<QueueId, Counts> queues = new HashMap<>();

    /// Running counts of one queue. Waiting counts for answered interactions only.
    static final class Counts {
        long arrived;
        long answered;
        long abandoned;
        long withinLevel;
        long handled;
        Duration waited = Duration.ZERO;
        Duration handling = Duration.ZERO;

        /// Answered within the limit over all that were answered or abandoned; absent before the first.
        @Nullable
        Double serviceLevel() {
            var decided = answered + abandoned;
            return decided == 0 ? null : (double) withinLevel / decided;
        }

        @Nullable
        Double averageWait() {
            return answered == 0 ? null : waited.toMillis() / 1000.0 / answered;
        }

        @Nullable
        Double averageHandling() {
            return handled == 0 ? null : handling.toMillis() / 1000.0 / handled;
        }
    }

    Counts of(QueueId queue) {
        return queues.computeIfAbsent(queue, _ -> new Counts());
    }

    void arrived(QueueId queue) {
        of(queue).arrived++;
    }

    void answered(QueueId queue, Duration wait, Duration level) {
        var counts = of(queue);
        counts.answered++;
        counts.waited = counts.waited.plus(wait);
        if (wait.compareTo(level) <= 0) {
            counts.withinLevel++;
        }
    }

    void abandoned(QueueId queue) {
        of(queue).abandoned++;
    }

    void handled(QueueId queue, Duration time) {
        var counts = of(queue);
        counts.handled++;
        counts.handling = counts.handling.plus(time);
    }
}
