package io.trunkline.desktop.notes;

/// Where the agent stands with the chosen interaction.
enum Phase {
    /// None is chosen.
    NONE,
    /// Talking or writing with the contact.
    ACTIVE,
    /// The contact is gone; the backend's clock runs.
    WRAPPING
}
