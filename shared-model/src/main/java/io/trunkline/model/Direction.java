package io.trunkline.model;

/// Who began: the contact (`INBOUND`) or an agent.
public enum Direction {
    INBOUND,
    OUTBOUND
}
