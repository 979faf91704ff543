package io.trunkline.model.queue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Creates or changes a queue; absent fields take their defaults, or stay as they are.
public record NewQueue(
        String name,
        @Nullable Integer priority,
        @Nullable Map<String, Integer> skills,
        @Nullable Integer offerSeconds,
        @Nullable Integer wrapUpSeconds,
        @Nullable Integer serviceLevelSeconds,
        @Nullable Integer maxWaiting,
        @Nullable Boolean dispositionRequired) {
    public NewQueue {
        skills = skills == null ? null : Map.copyOf(skills);
    }
}
