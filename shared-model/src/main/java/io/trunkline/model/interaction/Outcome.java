package io.trunkline.model.interaction;

/// How an interaction ended: with an agent, by the contact before one answered, outside opening hours, with a full
/// queue, or by a fault.
public enum Outcome {
    HANDLED,
    ABANDONED,
    CLOSED,
    OVERFLOWED,
    FAILED
}
