package io.trunkline.model.queue;

import io.trunkline.model.QueueId;
import java.util.Map;

/// Where interactions wait. `skills` maps a skill's name to the level needed, 1 to 5; a higher `priority` counts as
/// that many seconds already waited.
public record Queue(
        QueueId id,
        String name,
        int priority,
        Map<String, Integer> skills,
        int offerSeconds,
        int wrapUpSeconds,
        int serviceLevelSeconds,
        int maxWaiting,
        boolean dispositionRequired,
        boolean paused) {
    public Queue {
        skills = Map.copyOf(skills);
    }
}
