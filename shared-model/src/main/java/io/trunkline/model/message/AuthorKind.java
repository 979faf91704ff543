package io.trunkline.model.message;

/// Who wrote a message.
public enum AuthorKind {
    CONTACT,
    AGENT,
    BOT,
    SYSTEM
}
