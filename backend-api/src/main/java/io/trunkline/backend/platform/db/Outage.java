package io.trunkline.backend.platform.db;

import java.util.concurrent.atomic.AtomicLong;

/// Remembers that the database is gone, so that only one caller in a while finds out again, and all others are told at
/// once.
final class Outage {
    private static final long PROBE_NANOS = 200_000_000;
    private static final long NONE = 0;

    private final AtomicLong nextProbe = new AtomicLong(NONE);

    void begin() {
        nextProbe.set(later());
    }

    void over() {
        if (nextProbe.get() != NONE) {
            nextProbe.set(NONE);
        }
    }

    /// Lets everybody through while there is no outage, and one prober at a time while there is.
    void check() {
        var due = nextProbe.get();
        if (due == NONE) {
            return;
        }
        if (System.nanoTime() - due < 0 || !nextProbe.compareAndSet(due, later())) {
            throw new DatabaseUnavailable("PostgreSQL cannot be reached.");
        }
    }

    private static long later() {
        return (System.nanoTime() + PROBE_NANOS) | 1;
    }
}
