package io.trunkline.model.interaction;

/// Where one offer to one agent stands.
public enum ReservationState {
    OFFERED,
    ACCEPTED,
    WRAPPING,
    COMPLETED,
    DECLINED,
    EXPIRED,
    WITHDRAWN
}
