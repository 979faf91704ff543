package io.trunkline.simulator.webhook;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.account.Mood;
import io.trunkline.simulator.account.Pace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Status callbacks. Kept in order per subject (a call, a conference, a message) unless the mood says otherwise: then
/// about one in four waits and is overtaken, one in five is repeated, or each is late.
public final class Callbacks {
    private record Parcel(Hook hook, Form form, String token) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Queue<Parcel>> lines = new HashMap<>();
    private final Webhooks webhooks;
    private final Pace pace;
    private final Mood mood;
    private final Random random;

    public Callbacks(Webhooks webhooks, Pace pace, Mood mood, long seed) {
        this.webhooks = webhooks;
        this.pace = pace;
        this.mood = mood;
        this.random = new Random(seed);
    }

    /// Takes the callback and returns at once.
    public void tell(String subject, Hook hook, Form form) {
        if (hook.isEmpty()) {
            return;
        }
        var parcel = new Parcel(hook, form.copy(), Webhooks.newToken());
        var now = mood.now();
        var late = now.lateMs() > 0 ? draw(now.lateMs() + 1) : 0;
        if (now.reorderCallbacks() && draw(4) == 0) {
            pace.later(Duration.ofMillis(150 + late + draw(450)), () -> deliver(parcel));
        } else if (late > 0) {
            pace.later(Duration.ofMillis(late), () -> deliver(parcel));
        } else {
            queue(subject, parcel);
        }
        if (now.repeatCallbacks() && draw(5) == 0) {
            pace.later(Duration.ofMillis(100 + draw(900)), () -> deliver(parcel));
        }
    }

    private void queue(String subject, Parcel parcel) {
        lock.lock();
        try {
            var line = lines.get(subject);
            if (line == null) {
                lines.put(subject, new ArrayDeque<>());
                pace.run(() -> drain(subject, parcel));
            } else {
                line.add(parcel);
            }
        } finally {
            lock.unlock();
        }
    }

    private void drain(String subject, Parcel first) {
        Parcel next = first;
        while (next != null) {
            deliver(next);
            next = following(subject);
        }
    }

    private @Nullable Parcel following(String subject) {
        lock.lock();
        try {
            var line = lines.get(subject);
            var next = line == null ? null : line.poll();
            if (next == null) {
                lines.remove(subject);
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void deliver(Parcel parcel) {
        webhooks.tell(parcel.hook(), parcel.form(), parcel.token());
    }

    private int draw(int bound) {
        return random.nextInt(bound);
    }
}
