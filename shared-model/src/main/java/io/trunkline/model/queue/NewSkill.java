package io.trunkline.model.queue;

/// Creates a skill.
public record NewSkill(String name) {}
