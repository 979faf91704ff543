package io.trunkline.model.identity;

import io.trunkline.model.AgentId;

/// An agent by name.
public record AgentRef(AgentId id, String name) {}
