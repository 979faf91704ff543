package io.trunkline.model.interaction;

/// Where an interaction stands. Moves forward only, but for a transfer, which brings it from `ACTIVE` back to
/// `WAITING`.
public enum InteractionState {
    OPEN,
    WAITING,
    ACTIVE,
    WRAPPING,
    COMPLETED
}
