package io.trunkline.simulator.media;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ticks every ten milliseconds, on one thread, as long as somebody wants sound; else it rests and costs nothing.
public final class MediaClock implements AutoCloseable {
    /// What is done each tick.
    public interface Work {
        /// False when nobody wants sound any more.
        boolean tick(long number);
    }

    private static final Logger log = LoggerFactory.getLogger(MediaClock.class);
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(Frame.MILLIS);
    /// A delay longer than this is not caught up with.
    private static final long LOST = TimeUnit.MILLISECONDS.toNanos(300);

    private final Work work;
    private final AtomicLong busy = new AtomicLong();
    private final AtomicLong ticks = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private volatile boolean wanted;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    public MediaClock(Work work) {
        this.work = work;
    }

    public synchronized void wake() {
        wanted = true;
        var now = thread;
        if (now != null) {
            LockSupport.unpark(now);
        } else if (!closed) {
            thread = Thread.ofPlatform().daemon().name("media clock").start(this::run);
        }
    }

    private void run() {
        var next = System.nanoTime();
        for (var number = 0L; !closed; number++) {
            wanted = false;
            if (!ticked(number) && !wanted) {
                rest();
                next = System.nanoTime();
                continue;
            }
            next += STEP;
            var now = System.nanoTime();
            if (now - next > LOST) {
                late.addAndGet((now - next) / STEP);
                next = now;
            }
            pause(next);
        }
    }

    private boolean ticked(long number) {
        var began = System.nanoTime();
        try {
            return work.tick(number);
        } catch (RuntimeException e) {
            log.error("ten milliseconds of sound failed", e);
            return true;
        } finally {
            busy.addAndGet(System.nanoTime() - began);
            ticks.incrementAndGet();
        }
    }

    private void rest() {
        while (!wanted && !closed) {
            LockSupport.park(this);
        }
    }

    private void pause(long until) {
        for (var left = until - System.nanoTime(); left > 0 && !closed; left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    public long ticks() {
        return ticks.get();
    }

    /// Milliseconds spent at work in all.
    public double busyMillis() {
        return busy.get() / 1e6;
    }

    /// Ticks left out because the machine was too slow.
    public long lateTicks() {
        return late.get();
    }

    @Override
    public synchronized void close() {
        closed = true;
        var now = thread;
        if (now != null) {
            LockSupport.unpark(now);
        }
    }
}
