package io.trunkline.backend.platform.jobs;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Work that is repeated: at its tick, and at once when woken. Waking often costs one turn, not many.
public final class Loop implements Runnable, AutoCloseable {
    private static final Backoff FAILED = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5));

    private final String name;
    private final Duration tick;
    private final Runnable body;
    private final BooleanSupplier stopping;
    private final Semaphore bell = new Semaphore(0);
    private final Semaphore pause = new Semaphore(0);
    private volatile boolean ended;
    private int failures;

    Loop(String name, Duration tick, Runnable body, BooleanSupplier stopping) {
        this.name = name;
        this.tick = tick;
        this.body = body;
        this.stopping = stopping;
    }

    /// Lets the next turn begin at once; a turn that is running is followed by another.
    public void wake() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /// No more turns.
    @Override
    public void close() {
        ended = true;
        wake();
    }

    @Override
    public void run() {
        while (!ended && !stopping.getAsBoolean()) {
            failures = Workers.guarded(name, body) ? 0 : failures + 1;
            if (!rest()) {
                return;
            }
        }
    }

    private boolean rest() {
        try {
            if (failures > 0 && !stopping.getAsBoolean()) {
                // Not even a wake makes a failing loop spin.
                pause.tryAcquire(
                        FAILED.after(failures, ThreadLocalRandom.current()).toNanos(), TimeUnit.NANOSECONDS);
            }
            if (bell.tryAcquire(tick.toNanos(), TimeUnit.NANOSECONDS)) {
                bell.drainPermits();
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
