package io.trunkline.desktop.shell;

/// The pages of the window, in the order of the rail.
public enum Place {
    DESK,
    INBOX,
    CONTACTS,
    WALLBOARD,
    HISTORY,
    SETTINGS
}
