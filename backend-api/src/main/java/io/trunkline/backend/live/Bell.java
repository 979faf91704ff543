package io.trunkline.backend.live;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Wakes the one thread that rests at it. It has no timeout on purpose: a timer set and taken back for each rest of
/// each client cost more than the rest.
final class Bell {
    private final AtomicBoolean rung = new AtomicBoolean();
    private volatile @Nullable Thread resting;

    /// Wakes who rests, or lets the next rest end at once.
    void ring() {
        if (!rung.getAndSet(true)) {
            LockSupport.unpark(resting);
        }
    }

    /// Rests until the bell is rung; false when the thread was interrupted.
    boolean rest() {
        resting = Thread.currentThread();
        while (!rung.get()) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.park(this);
        }
        rung.set(false);
        return true;
    }
}
