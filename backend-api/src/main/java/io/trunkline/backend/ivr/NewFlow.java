package io.trunkline.backend.ivr;

/// Creates or changes a flow.
public record NewFlow(String name, Flow flow) {}
