package io.trunkline.desktop.softphone.device;

import io.trunkline.model.ReservationId;
import io.trunkline.model.call.VoiceCredentials;

/// One leg of voice between this desk and the carrier. Any thread may call; a device carries one call at a time.
///
/// What happens is told to the listener the device was made with, from the device's own threads.
public interface VoiceDevice extends AutoCloseable {
    /// Brings the agent into the call of a reservation; blocks until the carrier has answered or refused.
    /// Doing it again after a crash brings the agent back into the same call.
    ///
    /// Throws [VoiceFailure] when there is no way to hear and be heard.
    void connect(ReservationId reservation, VoiceCredentials credentials) throws InterruptedException;

    /// Silences the agent's own track at once; what the far side hears is told as [VoiceEvent.Muted].
    void mute(boolean on);

    /// `0`–`9`, `*` and `#`.
    void sendDigits(String digits);

    void hangUp();

    @Override
    void close();
}
