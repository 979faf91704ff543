package io.trunkline.backend.routing;

import io.trunkline.model.Channel;
import io.trunkline.model.QueueId;
import io.trunkline.model.SkillId;
import java.util.Map;
import java.util.Set;

/// What an agent can take on one channel; free agents with the same profile stand in one lane.
record Profile(Channel channel, Set<QueueId> queues, Map<SkillId, Integer> skills) {
    Profile {
        queues = Set.copyOf(queues);
        skills = Map.copyOf(skills);
    }

    /// Whether every skill is there at the level asked for, on this channel and in that queue.
    boolean meets(Demand demand) {
        if (channel != demand.channel() || !queues.contains(demand.queue())) {
            return false;
        }
        for (var needed : demand.skills().entrySet()) {
            if (skills.getOrDefault(needed.getKey(), 0) < needed.getValue()) {
                return false;
            }
        }
        return true;
    }
}
