package io.trunkline.model.message;

/// How far a message came. Forward only; the last three are final.
public enum MessageState {
    RECEIVED,
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    READ,
    UNDELIVERED,
    FAILED
}
