package io.trunkline.backend.routing;

import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.QueueId;
import io.trunkline.model.SkillId;
import java.util.Map;
import java.util.Set;

/// An agent as routing sees them.
///
/// @param version grows with every change; what comes late is ignored
/// @param offerable whether they want work at all
/// @param idleSince since when they have had nothing, used when they become offerable
/// @param slots how much they take at once on each channel
record Standing(
        AgentId agent,
        long version,
        boolean offerable,
        long idleSince,
        Set<QueueId> queues,
        Map<SkillId, Integer> skills,
        Map<Channel, Integer> slots) {
    Standing {
        queues = Set.copyOf(queues);
        skills = Map.copyOf(skills);
        slots = Map.copyOf(slots);
    }
}
