package io.trunkline.backend.routing;

import io.trunkline.model.SkillId;
import java.util.Map;

/// What changes for an interaction that still waits: from then on it asks for these skills and has this priority.
///
/// Relaxing a skill and favouring someone after a minute are the same thing.
///
/// @param afterMicros counted from its arrival
record Step(long afterMicros, Map<SkillId, Integer> skills, int priority) {
    Step {
        skills = Map.copyOf(skills);
    }
}
