package io.trunkline.model;

/// How an interaction reaches us.
public enum Channel {
    VOICE,
    SMS
}
