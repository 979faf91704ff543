package io.trunkline.desktop.softphone.device;

import io.trunkline.model.AgentId;
import io.trunkline.model.DirectCallId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.CallQuality;
import org.jspecify.annotations.Nullable;

/// What a voice device tells.
public sealed interface VoiceEvent {
    /// Calls may begin and reach this device.
    record Registered() implements VoiceEvent {}

    /// The carrier does not take this device now; it tries again by itself. `refused` is whether the carrier has said
    /// that it will not, and did not just stay silent. The sentence is for the log.
    record Unregistered(String why, boolean refused) implements VoiceEvent {}

    /// A colleague calls directly and waits for [VoiceDevice#accept()] or [VoiceDevice#reject()].
    record Incoming(AgentId from, String name, DirectCallId call) implements VoiceEvent {}

    /// The direct call that rang does so no more. Whether its caller gave up, somebody else took it or the time was up
    /// is told to no device.
    record IncomingOver(EndReason why) implements VoiceEvent {}

    /// The far side is being reached.
    record Ringing() implements VoiceEvent {}

    /// Both sides are in the call.
    record Connected() implements VoiceEvent {}

    /// Whether the device's own track is silent now; the truth the mute button shows.
    record Muted(boolean on) implements VoiceEvent {}

    /// How the line is; about once a second during a call.
    record Line(Quality quality, Measure measure) implements VoiceEvent {}

    /// Something about the line is not good any more, or is good again; the carrier's name of it, as `high-jitter`.
    record Warning(String name, boolean on) implements VoiceEvent {}

    /// How loud both sides are, 0 to 1; several times a second.
    record Levels(double spoken, double heard) implements VoiceEvent {}

    /// The way to the carrier is broken; the device is making it again and the call may be silent.
    record Reconnecting() implements VoiceEvent {}

    /// The way to the carrier is there again.
    record Reconnected() implements VoiceEvent {}

    /// The leg has ended, and why. The sentence is for the log.
    record Ended(EndReason reason, String why) implements VoiceEvent {}

    /// How the line was in the call that has just ended; not told of a call without sound. `of` is the reservation the
    /// leg was for; null for a direct call.
    record Measured(@Nullable ReservationId of, CallQuality quality) implements VoiceEvent {}

    /// Microphones or speakers came or went, or were found at all.
    record SoundChanged() implements VoiceEvent {}

    /// The computer's sound system is gone: nothing is heard of a call or in it.
    record SoundLost() implements VoiceEvent {}

    /// It is there again, and calls from now on have sound. One that ran meanwhile is told as ended.
    record SoundBack() implements VoiceEvent {}

    /// A chosen microphone or speaker is not there; the system's own choice is used meanwhile.
    record FellBack(String missing) implements VoiceEvent {}
}
