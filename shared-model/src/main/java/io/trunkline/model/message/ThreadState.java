package io.trunkline.model.message;

/// Whether a thread wants work now, later, or not.
public enum ThreadState {
    OPEN,
    PARKED,
    SNOOZED,
    CLOSED
}
