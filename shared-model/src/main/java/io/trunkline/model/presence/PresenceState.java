package io.trunkline.model.presence;

/// What an agent is doing now.
public enum PresenceState {
    AVAILABLE,
    RESERVED,
    ENGAGED,
    WRAP_UP,
    AWAY,
    OFFLINE
}
