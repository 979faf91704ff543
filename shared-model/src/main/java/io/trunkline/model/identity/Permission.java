package io.trunkline.model.identity;

/// One thing a role may allow.
public enum Permission {
    DESK_USE,
    CALL_MAKE,
    CONTACT_READ,
    CONTACT_WRITE,
    INTERACTION_READ,
    INTERACTION_WRITE,
    MESSAGE_WRITE,
    PRESENCE_READ,
    PRESENCE_OTHERS,
    WALLBOARD_READ,
    RECORDING_READ,
    QUEUE_READ,
    QUEUE_WRITE,
    USER_READ,
    USER_WRITE,
    NUMBER_READ,
    NUMBER_WRITE,
    FLOW_READ,
    FLOW_WRITE,
    AUDIT_READ
}
