package io.trunkline.model.queue;

import io.trunkline.model.SkillId;

/// What an agent can take.
public record Skill(SkillId id, String name) {}
