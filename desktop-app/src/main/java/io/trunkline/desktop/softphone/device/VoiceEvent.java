package io.trunkline.desktop.softphone.device;

/// What a voice device tells.
public sealed interface VoiceEvent {
    /// The far side is being reached.
    record Ringing() implements VoiceEvent {}

    /// Both sides are in the call.
    record Connected() implements VoiceEvent {}

    /// Whether the device's own track is silent now; the truth the mute button shows.
    record Muted(boolean on) implements VoiceEvent {}

    /// How the line is.
    record Line(Quality quality) implements VoiceEvent {}

    /// The way to the carrier is broken; the device is making it again and the call may be silent.
    record Reconnecting() implements VoiceEvent {}

    /// The leg has ended, and why; empty for an ordinary end.
    record Ended(String why) implements VoiceEvent {}
}
