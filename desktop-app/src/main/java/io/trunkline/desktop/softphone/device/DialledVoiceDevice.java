package io.trunkline.desktop.softphone.device;

import io.trunkline.model.AgentId;
import io.trunkline.model.DirectCallId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.CallState;
import io.trunkline.model.interaction.ParticipantRole;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// A telephone or SIP address of the agent's, rung by the backend. What it does is known from what the backend tells
/// of the call: whether it was picked up, and whether the backend has silenced it. Of a call in which another device
/// talks it tells nothing.
public final class DialledVoiceDevice implements VoiceDevice {
    /// Rings the agent's own line for a call they hold; blocks until the backend has taken it up.
    public interface Exchange {
        void ring(ReservationId reservation);
    }

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final SoundDevices NONE = new NoSound();

    private final Exchange exchange;
    private final Consumer<VoiceEvent> listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private @Nullable CallState call;
    private boolean connected;
    private boolean muted;
    private boolean rang;
    private boolean refused;

    public DialledVoiceDevice(Exchange exchange, Consumer<VoiceEvent> listener) {
        this.exchange = exchange;
        this.listener = listener;
    }

    /// What the backend told of the running call; null once there is none.
    public void told(@Nullable CallState now) {
        lock.lock();
        try {
            call = now;
            var on = now != null && now.live() && isPickedUp(now);
            var lost = connected && !on && now != null && now.live();
            connected = connected && on;
            if (now != null && connected && now.muted() != muted) {
                muted = now.muted();
                listener.accept(new VoiceEvent.Muted(muted));
            }
            if (lost) {
                listener.accept(new VoiceEvent.Ended(EndReason.HUNG_UP, "The agent's own line is gone"));
            }
            var there = now != null && hasLine(now);
            refused = refused || (rang && !there);
            rang = there;
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void connect(ReservationId reservation, boolean silent) throws InterruptedException {
        if (!isPickedUp()) {
            expect();
            exchange.ring(reservation);
            listener.accept(new VoiceEvent.Ringing());
        }
        awaitPickUp();
    }

    /// The backend has made the line silent if its record of the call says so.
    private void awaitPickUp() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = PATIENCE.toNanos();
            var now = call;
            while (now == null || !isPickedUp(now)) {
                if (refused) {
                    throw new VoiceFailure(0, "The agent's own line was busy, refused or not answered");
                }
                if (left <= 0) {
                    throw new VoiceFailure(
                            0, "The agent's own line was not answered within " + PATIENCE.toSeconds() + " s");
                }
                left = told.awaitNanos(left);
                now = call;
            }
            connected = true;
            muted = now.muted();
            listener.accept(new VoiceEvent.Connected());
            listener.accept(new VoiceEvent.Muted(muted));
        } finally {
            lock.unlock();
        }
    }

    private void expect() {
        lock.lock();
        try {
            rang = false;
            refused = false;
        } finally {
            lock.unlock();
        }
    }

    private boolean isPickedUp() {
        lock.lock();
        try {
            return call != null && isPickedUp(call);
        } finally {
            lock.unlock();
        }
    }

    private static boolean hasLine(CallState of) {
        return of.parties().stream().anyMatch(each -> each.role() == ParticipantRole.AGENT);
    }

    private static boolean isPickedUp(CallState of) {
        return of.parties().stream().anyMatch(each -> each.role() == ParticipantRole.AGENT && each.connected());
    }

    /// The backend silences the line when it is told so for the call; that it has is told by [#told].
    @Override
    public void mute(boolean on) {}

    /// It is the backend's to register with the carrier.
    @Override
    public void register() {
        listener.accept(new VoiceEvent.Registered());
    }

    @Override
    public void call(AgentId colleague, DirectCallId call) {
        throw new VoiceFailure(0, "A line that is rung makes no direct calls");
    }

    @Override
    public void accept() {}

    @Override
    public void reject() {}

    @Override
    public Preflight preflight() {
        throw new VoiceFailure(0, "A line that is rung has no sound here to measure");
    }

    /// The telephone has keys of its own.
    @Override
    public void sendDigits(String digits) {}

    /// The leg ends with the call, or when the telephone is put down.
    @Override
    public void hangUp() {
        lock.lock();
        try {
            connected = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public SoundDevices sound() {
        return NONE;
    }

    @Override
    public void close() {
        hangUp();
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
            throw new VoiceFailure(0, "A telephone is not tried here");
        }

        @Override
        public void playTones() {
            throw new VoiceFailure(0, "A telephone is not tried here");
        }
    }
}
