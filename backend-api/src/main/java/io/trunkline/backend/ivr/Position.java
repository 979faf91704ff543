package io.trunkline.backend.ivr;

/// Where a call stands in its flow. `tries` counts answers to this step that could not be used.
public record Position(String step, int tries) {}
