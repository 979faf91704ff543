package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.AgentId;
import io.trunkline.model.DirectCallId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.VoiceCredentials;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Twilio's own Voice SDK in a page nobody sees, with native sound below it.
///
/// The listener is called on the media lane: it must hand on and not block.
public final class WebViewVoiceDevice implements VoiceDevice {
    private static final Logger LOG = LoggerFactory.getLogger(WebViewVoiceDevice.class);
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final SoundSystem sound;
    private final Consumer<VoiceEvent> listener;
    private final Duration start;
    private final Engine engine;
    private final Calls calls;
    private final SignIn signIn;

    public WebViewVoiceDevice(
            Supplier<VoiceCredentials> credentials, Consumer<VoiceEvent> listener, SoundSystem sound, Network network) {
        this(credentials, listener, sound, network, Clock.systemUTC(), START);
    }

    /// `start` is how long a first call, and whoever wants to know whether one is signed in, wait for all that is
    /// needed.
    WebViewVoiceDevice(
            Supplier<VoiceCredentials> credentials,
            Consumer<VoiceEvent> listener,
            SoundSystem sound,
            Network network,
            Clock clock,
            Duration start) {
        this.sound = sound;
        this.listener = listener;
        this.start = start;
        var microphone = new Microphone();
        engine = new Engine(sound, microphone, new Ear(), network);
        calls = new Calls(engine, microphone, listener, this::callOver, clock);
        signIn = new SignIn(engine, credentials, listener, calls::isBusy, clock, start);
    }

    @Override
    public void register() {
        signIn.begin();
    }

    @Override
    public void connect(ReservationId reservation, boolean muted) throws InterruptedException {
        signIn.await(start);
        calls.await(calls.join(reservation, muted), ANSWER);
    }

    @Override
    public void call(AgentId colleague, DirectCallId call) throws InterruptedException {
        signIn.await(start);
        calls.await(calls.call(colleague, call), ANSWER);
    }

    @Override
    public void accept() throws InterruptedException {
        var leg = calls.accept().orElseThrow(() -> new VoiceFailure(0, "Nobody rings any more"));
        calls.await(leg, ANSWER);
    }

    @Override
    public void reject() {
        calls.reject();
    }

    @Override
    public Preflight preflight() throws InterruptedException {
        if (calls.isBusy()) {
            throw new VoiceFailure(0, "The line is measured between calls, not during one");
        }
        signIn.await(start);
        return new PreflightRun(calls).measure();
    }

    @Override
    public void mute(boolean on) {
        calls.mute(on);
    }

    @Override
    public void sendDigits(String digits) {
        calls.sendDigits(digits);
    }

    @Override
    public void hangUp() {
        calls.hangUp();
    }

    @Override
    public SoundDevices sound() {
        return sound.devices();
    }

    Engine engine() {
        return engine;
    }

    @Override
    public void close() {
        signIn.close();
        engine.close();
    }

    private void callOver() {
        signIn.callOver();
    }

    /// A call that runs over the engine of before stays silent; whoever wants to go on talking begins it anew. One that
    /// has only begun makes the engine anew itself.
    private void soundBack() {
        if (sound.isStale() && engine.inUse() > 0) {
            calls.breakOff("The computer's sound was started anew");
        }
    }

    /// Sorts what the engine tells.
    private final class Ear implements Engine.Listener {
        @Override
        public void phone(JsonNode event) {
            if (!signIn.take(event) && !calls.take(event)) {
                LOG.warn("The page told of {}, which nobody knows", event.path("event"));
            }
        }

        @Override
        public void levels(double spoken, double heard) {
            calls.levels(spoken, heard);
            listener.accept(new VoiceEvent.Levels(spoken, heard));
        }

        @Override
        public void flowing() {
            calls.flowing();
        }

        @Override
        public void event(VoiceEvent event) {
            if (event instanceof VoiceEvent.SoundBack) {
                engine.lane().run(WebViewVoiceDevice.this::soundBack);
            }
            listener.accept(event);
        }
    }
}
