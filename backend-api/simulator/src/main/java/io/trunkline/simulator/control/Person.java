package io.trunkline.simulator.control;

import io.trunkline.simulator.account.Pace;
import io.trunkline.simulator.voice.Call;
import io.trunkline.simulator.voice.CallStatus;
import io.trunkline.simulator.voice.Calls;
import io.trunkline.simulator.voice.FarEnd;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// A person on a phone: presses digits when asked, loses patience, hangs up when all is said.
final class Person implements FarEnd {
    private static final Duration REACTION = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<String> digits = new ArrayDeque<>();
    private final Pace pace;
    private final Supplier<Calls> calls;
    private final Behaviour behaviour;
    private final double patience;
    private boolean connected;

    /// @param patience seconds until a caller who has talked to nobody hangs up, 0 for ever
    Person(Pace pace, Supplier<Calls> calls, Behaviour behaviour, double patience) {
        this.pace = pace;
        this.calls = calls;
        this.behaviour = behaviour;
        this.patience = patience;
        Arrays.stream(behaviour.digits().split(",")).filter(d -> !d.isBlank()).forEach(digits::add);
    }

    @Override
    public void ring(Call call) {
        var after = seconds(behaviour.afterSeconds());
        switch (behaviour.answer()) {
            case ANSWERS -> pace.later(after, () -> calls.get().answered(call));
            case BUSY -> pace.later(after, () -> calls.get().end(call, CallStatus.BUSY));
            case FAILS -> pace.later(after, () -> calls.get().end(call, CallStatus.FAILED));
            case NO_ANSWER -> {}
        }
    }

    @Override
    public void answered(Call call) {
        if (patience > 0) {
            pace.later(seconds(patience), () -> lose(call));
        }
    }

    private void lose(Call call) {
        if (!isConnected()) {
            calls.get().hangUp(call);
        }
    }

    @Override
    public void asked(Call call) {
        var next = nextDigits();
        if (!next.isEmpty()) {
            pace.later(REACTION, () -> calls.get().press(call, next));
        }
    }

    private String nextDigits() {
        lock.lock();
        try {
            var next = digits.poll();
            return next == null ? "" : next;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void hears(Call call) {
        if (calls.get().talks(call) && connect() && behaviour.talkSeconds() > 0) {
            pace.later(seconds(behaviour.talkSeconds()), () -> calls.get().hangUp(call));
        }
    }

    private boolean connect() {
        lock.lock();
        try {
            var first = !connected;
            connected = true;
            return first;
        } finally {
            lock.unlock();
        }
    }

    private boolean isConnected() {
        lock.lock();
        try {
            return connected;
        } finally {
            lock.unlock();
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
