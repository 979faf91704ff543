package io.trunkline.backend.live;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Lets one piece of work run whenever it is rung, never twice at a time. Between rings it has no thread: a thread kept
/// for each client had its stack put away and fetched again for every event, and a timer set for every rest.
final class Bell {
    private final Executor threads;
    private final BooleanSupplier work;
    /// Rings since the work last rested; silent until it is hung up.
    private final AtomicInteger rings = new AtomicInteger(1);

    /// `work` tells whether it is to be called again.
    Bell(Executor threads, BooleanSupplier work) {
        this.threads = threads;
        this.work = work;
    }

    /// Lets the work run for the first time; rings before this are heard by it.
    void hang() {
        threads.execute(this::answer);
    }

    /// The work runs after this, or again when it is running.
    void ring() {
        if (rings.getAndIncrement() == 0) {
            threads.execute(this::answer);
        }
    }

    private void answer() {
        int heard;
        do {
            heard = rings.get();
            if (!work.getAsBoolean()) {
                return;
            }
        } while (!rings.compareAndSet(heard, 0));
    }
}
