package io.trunkline.backend.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// How one tenant's account at its carrier is doing: what runs, how fast calls may be placed, whether it answers.
final class Account {
    private static final int AT_ONCE = 32;

    private final ReentrantLock lock = new ReentrantLock();
    private final Pace pace;
    private final Breaker breaker = new Breaker();
    private int running;

    Account(double callsPerSecond) {
        this.pace = new Pace(callsPerSecond);
    }

    /// How many more requests may be sent now.
    int room(Instant now) {
        return locked(() -> breaker.lets(now) ? breaker.open() ? 1 : AT_ONCE - running : 0);
    }

    void begun() {
        locked(() -> ++running);
    }

    void ended() {
        locked(() -> --running);
    }

    Duration turn(Instant now) {
        return locked(() -> pace.turn(now));
    }

    void answered() {
        locked(() -> {
            breaker.succeeded();
            return true;
        });
    }

    void failed(Instant now) {
        locked(() -> {
            breaker.failed(now);
            return true;
        });
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
