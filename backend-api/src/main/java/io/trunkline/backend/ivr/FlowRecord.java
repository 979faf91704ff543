package io.trunkline.backend.ivr;

import io.trunkline.model.FlowId;

/// A stored flow with its name. Each change is a new version.
public record FlowRecord(FlowId id, String name, int version, Flow flow) {}
