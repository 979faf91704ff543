package io.trunkline.desktop.softphone;

/// How the agent's voice stands to the call.
enum Line {
    /// The device is joining.
    JOINING,
    /// The agent's telephone rings.
    RINGING,
    /// Heard, and hearing.
    JOINED,
    /// Joined again a moment ago.
    BACK,
    /// The contact hears music.
    HELD,
    /// The call goes on without the agent's voice; the device tries again.
    BROKEN,
    /// The device could not join; the agent may try again.
    FAILED,
    /// The agent's telephone was not picked up, or was put down.
    UNANSWERED,
    /// The call may go on without the agent, who may join again.
    OUT,
    /// The agent talks at another desk of theirs, and may take the call over to this one.
    ELSEWHERE
}
