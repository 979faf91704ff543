package io.trunkline.desktop.softphone.device;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.backend.Trust;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.model.ReservationId;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// A device at a stand-in for the carrier, with a tone for a voice.
final class OnCall implements AutoCloseable {
    static final double SUNG = 440;
    static final double CLEAR = 3000;
    static final Network NETWORK = Network.trusting(Trust.JAVA::context);
    /// Of a level, 0 to 1.
    static final double LOUD = 0.1;

    static final ReservationId RESERVATION = new ReservationId(Samples.id(5));

    final StandIn carrier;
    final Story story = new Story();
    final MovedClock clock = new MovedClock();
    final ToneSound sound = new ToneSound(SUNG);
    final WebViewVoiceDevice device;
    private final AtomicReference<Set<String>> addresses = new AtomicReference<>(Set.of("eth0 192.0.2.7"));

    OnCall() throws IOException {
        this(new StandIn());
    }

    OnCall(StandIn carrier) {
        this(carrier, Duration.ofSeconds(20));
    }

    /// `start` is how long the device's start is waited for before somebody is told.
    OnCall(StandIn carrier, Duration start) {
        this.carrier = carrier;
        Fx.run(() -> {});
        device = new WebViewVoiceDevice(
                carrier::credentials, story, sound, new Network(addresses::get, Trust.JAVA::context), clock, start);
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

    /// In a call to oneself: the carrier has said that one should speak, and has been silent while it recorded.
    OnCall recorded() throws InterruptedException {
        carrier.next("invite");
        Soon.until("the carrier's words are heard", () -> told().heard() > LOUD);
        carrier.far().sings(false);
        Soon.until("the agent speaks, the carrier does not", () -> told().heard() == 0 && told().spoken() > LOUD);
        listened();
        clock.pass(Duration.ofSeconds(5));
        listened();
        return this;
    }

    /// The carrier plays back what it recorded.
    void playedBack() throws InterruptedException {
        carrier.far().sings(true);
        Soon.until("it is heard", () -> told().heard() > LOUD);
    }

    private void listened() throws InterruptedException {
        var before = story.all(VoiceEvent.Levels.class).size();
        Soon.until("levels are told", () -> story.all(VoiceEvent.Levels.class).size() > before + 1);
    }

    private VoiceEvent.Levels told() {
        var all = story.all(VoiceEvent.Levels.class);
        return all.isEmpty() ? new VoiceEvent.Levels(0, 0) : all.getLast();
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
