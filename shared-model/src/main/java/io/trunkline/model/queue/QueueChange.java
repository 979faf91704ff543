package io.trunkline.model.queue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes a queue; absent fields stay as they are. A paused queue takes contacts in and offers none to agents.
public record QueueChange(
        @Nullable String name,
        @Nullable Integer priority,
        @Nullable Map<String, Integer> skills,
        @Nullable Integer offerSeconds,
        @Nullable Integer wrapUpSeconds,
        @Nullable Integer serviceLevelSeconds,
        @Nullable Integer maxWaiting,
        @Nullable Boolean dispositionRequired,
        @Nullable Boolean paused) {
    public QueueChange {
        skills = skills == null ? null : Map.copyOf(skills);
    }

    /// Everything that can be said when a queue is made.
    public static QueueChange of(NewQueue wanted) {
        return new QueueChange(
                wanted.name(),
                wanted.priority(),
                wanted.skills(),
                wanted.offerSeconds(),
                wanted.wrapUpSeconds(),
                wanted.serviceLevelSeconds(),
                wanted.maxWaiting(),
                wanted.dispositionRequired(),
                null);
    }

    /// Stops or resumes offers.
    public static QueueChange paused(boolean paused) {
        return new QueueChange(null, null, null, null, null, null, null, null, paused);
    }
}
