package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.AgentId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.VoiceCredentials;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A device that joins calls over the simulator's signalling, with everything but the sound.
public final class SimulatedVoiceDevice implements VoiceDevice {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// One connection and the call on it.
    private record Leg(SignalSocket socket, String call) {}

    private static final SoundDevices NONE = new NoSound();

    private final Supplier<VoiceCredentials> source;
    private final Consumer<VoiceEvent> listener;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Leg leg;

    public SimulatedVoiceDevice(Supplier<VoiceCredentials> source, Consumer<VoiceEvent> listener) {
        this.source = source;
        this.listener = listener;
    }

    /// It has nothing to be registered for: it comes when it is wanted.
    @Override
    public void register() {
        listener.accept(new VoiceEvent.Registered());
    }

    @Override
    public void call(AgentId colleague) {
        throw new VoiceFailure(0, "This device makes no direct calls");
    }

    @Override
    public void accept() {}

    @Override
    public void reject() {}

    @Override
    public Preflight preflight() {
        throw new VoiceFailure(0, "This device has no sound to measure");
    }

    @Override
    public SoundDevices sound() {
        return NONE;
    }

    @Override
    public void connect(ReservationId reservation, boolean muted) throws InterruptedException {
        var credentials = source.get();
        var address = credentials.signalling();
        if (address == null) {
            throw new VoiceFailure(0, "This carrier needs a device with sound");
        }
        lock.lockInterruptibly();
        try {
            drop();
            join(URI.create(address), credentials.token(), reservation);
            if (muted) {
                mute(true);
            }
        } finally {
            lock.unlock();
        }
    }

    private void join(URI address, String token, ReservationId reservation) throws InterruptedException {
        var call = "TJS" + UUID.randomUUID().toString().replace("-", "");
        var answers = new LinkedBlockingQueue<Signal>();
        try {
            var socket = new SignalSocket(address, signal -> arrived(call, signal, answers), () -> gone(call, answers));
            leg = new Leg(socket, call);
            socket.send(Signal.of("listen", Signal.empty().put("token", token)));
            await(answers, "ready");
            socket.send(Signal.of("invite", invitation(call, reservation)));
            await(answers, "answer");
            listener.accept(new VoiceEvent.Connected());
        } catch (IOException e) {
            throw new VoiceFailure("The carrier's signalling does not answer", e);
        } catch (VoiceFailure e) {
            drop();
            throw e;
        }
    }

    @Override
    public void mute(boolean on) {
        tell("mute", on, "muted");
        if (leg != null) {
            listener.accept(new VoiceEvent.Muted(on));
        }
    }

    @Override
    public void sendDigits(String digits) {
        var now = leg;
        if (now != null) {
            now.socket().send(Signal.of("dtmf", named(now).put("dtmf", digits)));
        }
    }

    @Override
    public void hangUp() {
        var now = leg;
        if (now != null) {
            now.socket().send(Signal.of("hangup", named(now)));
        }
    }

    @Override
    public void close() {
        drop();
    }

    private void tell(String type, boolean on, String field) {
        var now = leg;
        if (now != null) {
            now.socket().send(Signal.of(type, named(now).put(field, on)));
        }
    }

    private static ObjectNode named(Leg leg) {
        return Signal.empty().put("callsid", leg.call());
    }

    private static ObjectNode invitation(String call, ReservationId reservation) {
        var payload = Signal.empty().put("callsid", call);
        payload.putObject("twilio").put("params", "reservation=" + reservation);
        return payload;
    }

    private void drop() {
        var now = leg;
        leg = null;
        if (now != null) {
            now.socket().close();
        }
    }

    /// Waits for one message of this type; an error or a hang-up before it ends the attempt.
    private static void await(BlockingQueue<Signal> answers, String type) throws InterruptedException {
        while (true) {
            @Nullable Signal signal = answers.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (signal == null) {
                throw new VoiceFailure(0, "The carrier did not answer within " + PATIENCE.toSeconds() + " s");
            }
            if (signal.type().equals(type)) {
                return;
            }
            if (signal.type().equals("error") || signal.type().equals("hangup")) {
                throw new VoiceFailure(signal.errorCode(), signal.errorSentence());
            }
        }
    }

    private void arrived(String call, Signal signal, BlockingQueue<Signal> answers) {
        answers.add(signal);
        switch (signal.type()) {
            case "ringing" -> listener.accept(new VoiceEvent.Ringing());
            case "hangup", "cancel" -> ended(call, signal.errorSentence());
            default -> {}
        }
    }

    /// Whoever waits for an answer need not wait any longer.
    private void gone(String call, BlockingQueue<Signal> answers) {
        answers.add(Signal.of("hangup", Signal.empty()));
        ended(call, "The connection to the carrier broke");
    }

    /// Told once for each call, and not for one that was left behind.
    private void ended(String call, String why) {
        var now = leg;
        if (now != null && now.call().equals(call)) {
            drop();
            listener.accept(new VoiceEvent.Ended(why.isEmpty() ? EndReason.HUNG_UP : EndReason.LOST, why));
        }
    }

    private static final class NoSound implements SoundDevices {
        @Override
        public List<String> microphones() {
            return List.of();
        }

        @Override
        public List<String> speakers() {
            return List.of();
        }

        @Override
        public void use(SoundChoice choice) {}

        @Override
        public SoundChoice inUse() {
            return SoundChoice.SYSTEM;
        }

        @Override
        public SoundTest listen(DoubleConsumer level) {
            throw new VoiceFailure(0, "This device has no microphone");
        }

        @Override
        public void playTones() {
            throw new VoiceFailure(0, "This device has no speaker");
        }
    }
}
