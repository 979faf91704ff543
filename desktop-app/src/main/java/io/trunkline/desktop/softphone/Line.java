package io.trunkline.desktop.softphone;

/// How the agent's voice stands to the call.
enum Line {
    /// The device is joining.
    JOINING,
    /// Heard, and hearing.
    JOINED,
    /// The contact hears music.
    HELD,
    /// The call goes on without the agent's voice; the device tries again.
    BROKEN,
    /// The device could not join; the agent may try again.
    FAILED
}
