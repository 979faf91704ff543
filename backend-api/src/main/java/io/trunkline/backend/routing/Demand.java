package io.trunkline.backend.routing;

import io.trunkline.model.Channel;
import io.trunkline.model.QueueId;
import io.trunkline.model.SkillId;
import java.util.Map;

/// What an interaction needs of whoever takes it; interactions with the same demand wait in one lane.
record Demand(QueueId queue, Channel channel, Map<SkillId, Integer> skills) {
    Demand {
        skills = Map.copyOf(skills);
        for (var level : skills.values()) {
            if (level < 1 || level > 5) {
                throw new IllegalArgumentException("a skill is asked for at level 1 to 5, not " + level);
            }
        }
    }

    /// The same place in the same queue, asking for other skills.
    Demand with(Map<SkillId, Integer> otherSkills) {
        return new Demand(queue, channel, otherSkills);
    }
}
