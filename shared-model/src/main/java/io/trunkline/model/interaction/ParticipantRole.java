package io.trunkline.model.interaction;

/// Why somebody takes part.
public enum ParticipantRole {
    AGENT,
    CONTACT,
    EXTERNAL,
    MONITOR,
    COACH,
    BOT
}
