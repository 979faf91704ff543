package io.trunkline.desktop.notes;

/// Where the agent stands with the chosen interaction.
enum Phase {
    /// None is chosen.
    NONE,
    /// Talking or writing with the contact.
    ACTIVE,
    /// The agent is ending a written exchange, which no hang-up ends.
    FINISHING,
    /// The contact is gone; the backend's clock runs.
    WRAPPING;

    boolean wrapsUp() {
        return this == FINISHING || this == WRAPPING;
    }
}
