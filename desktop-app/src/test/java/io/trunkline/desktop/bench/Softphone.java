package io.trunkline.desktop.bench;

import io.trunkline.model.ReservationId;
import io.trunkline.model.call.VoiceCredentials;
import java.util.List;

/// One way to talk, ours or the peer's. While it is in a call it says a tone of 40 ms at each half second of the clock.
interface Softphone extends AutoCloseable {
    String name();

    void register(VoiceCredentials credentials) throws Exception;

    /// Milliseconds until the SDK says that both sides are in the call.
    double connect(ReservationId reservation) throws Exception;

    /// Milliseconds from the far end's microphone to this loudspeaker, of each of so many bursts.
    List<Double> hear(int bursts) throws Exception;

    void hangUp() throws Exception;

    @Override
    void close();
}
