package io.trunkline.desktop.softphone.device;

import io.trunkline.model.AgentId;
import io.trunkline.model.DirectCallId;
import io.trunkline.model.ReservationId;

/// The agent's way to talk. Any thread may call; a device carries one call at a time.
///
/// What happens is told to the listener the device was made with, from the device's own threads.
public interface VoiceDevice extends AutoCloseable {
    /// Signs in at the carrier and stays signed in, with new credentials in time, until [#close()]; returns at once.
    /// Told as [VoiceEvent.Registered] and [VoiceEvent.Unregistered].
    void register();

    /// Brings the agent into the call of a reservation; blocks until the carrier has answered or refused.
    /// Doing it again after a crash brings the agent back into the same call. An agent who was silent comes back
    /// silent: nothing is heard of them, not even between the answer and a later [#mute].
    ///
    /// Throws [VoiceFailure] when there is no way to hear and be heard.
    void connect(ReservationId reservation, boolean muted) throws InterruptedException;

    /// Calls a colleague's devices; blocks as [#connect] does. The colleague's devices and the backend hear the call
    /// named so.
    void call(AgentId colleague, DirectCallId call) throws InterruptedException;

    /// Takes the direct call last told as [VoiceEvent.Incoming]; blocks until both can talk. Throws [VoiceFailure] when
    /// none rings any more, which may be told a moment later only.
    void accept() throws InterruptedException;

    /// Refuses the direct call that rings.
    void reject();

    /// Makes a call to oneself through the carrier and measures it: one is asked to speak, and hears it. Blocks
    /// until the carrier hangs up, a quarter of a minute. Throws [VoiceFailure] during another call, and where
    /// this one fails or breaks off.
    Preflight preflight() throws InterruptedException;

    /// Silences the agent's own track at once; what the far side hears is told as [VoiceEvent.Muted].
    void mute(boolean on);

    /// `0`–`9`, `*` and `#`.
    void sendDigits(String digits);

    /// Ends the agent's leg; the device stays signed in.
    void hangUp();

    /// What is spoken into and listened to. Nothing is found before [#register()]; what is then found is told as
    /// [VoiceEvent.SoundChanged].
    SoundDevices sound();

    @Override
    void close();
}
