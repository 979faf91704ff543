package io.trunkline.model.call;

/// What kind of place a call is transferred to.
public enum TargetKind {
    QUEUE,
    AGENT,
    NUMBER
}
