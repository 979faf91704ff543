package io.trunkline.backend.telephony;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// Remembers that the database was just found to be gone, so that not every caller waits to find it out. Now and then
/// one is let through to try.
public final class Outage {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final Clock clock;
    private final AtomicReference<Instant> nextTry = new AtomicReference<>(Instant.MIN);
    private volatile boolean gone;

    public Outage(Clock clock) {
        this.clock = clock;
    }

    public boolean worthTrying() {
        if (!gone) {
            return true;
        }
        var due = nextTry.get();
        var now = clock.instant();
        return !now.isBefore(due) && nextTry.compareAndSet(due, now.plus(BETWEEN_TRIES));
    }

    public void found() {
        nextTry.set(clock.instant().plus(BETWEEN_TRIES));
        gone = true;
    }

    public void over() {
        gone = false;
    }
}
