package io.trunkline.desktop.softphone.device;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.backend.Trust;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.model.ReservationId;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// A device at a stand-in for the carrier, with a tone for a voice.
final class OnCall implements AutoCloseable {
    static final double SUNG = 440;
    static final double CLEAR = 3000;
    static final Network NETWORK = Network.trusting(Trust.JAVA::context);
    static final ReservationId RESERVATION = new ReservationId(Samples.id(5));

    final StandIn carrier;
    final Story story = new Story();
    final ToneSound sound = new ToneSound(SUNG);
    final WebViewVoiceDevice device;
    private final AtomicReference<Set<String>> addresses = new AtomicReference<>(Set.of("eth0 192.0.2.7"));

    OnCall() throws IOException {
        this(new StandIn());
    }

    OnCall(StandIn carrier) {
        this.carrier = carrier;
        Fx.run(() -> {});
        device = new WebViewVoiceDevice(
                carrier::credentials, story, sound, new Network(addresses::get, Trust.JAVA::context));
    }

    /// Signed in.
    OnCall registered() throws InterruptedException {
        device.register();
        story.next(VoiceEvent.Registered.class);
        return this;
    }

    /// In a call in which both sides hear each other.
    OnCall talking() throws InterruptedException {
        device.connect(RESERVATION, false);
        bothHear();
        return this;
    }

    /// The computer is in another network, or in none.
    void moveTo(String... these) {
        addresses.set(Set.of(these));
    }

    void bothHear() throws InterruptedException {
        Soon.until("the far side hears the agent", () -> carrier.far().hearing.tone(SUNG) > CLEAR);
        Soon.until("the agent hears the far side", () -> sound.hearing().tone(FarSide.SUNG) > CLEAR);
    }

    @Override
    public void close() throws IOException {
        device.close();
        carrier.close();
    }
}
