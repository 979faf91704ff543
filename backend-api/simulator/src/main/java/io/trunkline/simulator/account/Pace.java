package io.trunkline.simulator.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The carrier's time. At speed 10 a prompt of ten seconds takes one, and the clock shown in callbacks runs as fast,
/// so that durations agree with what was waited.
public final class Pace implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Pace.class);

    private final Clock clock;
    private final double speed;
    private final Instant start;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pace").factory());

    public Pace(Clock clock, double speed) {
        this.clock = clock;
        this.speed = speed;
        this.start = clock.instant();
    }

    public Instant now() {
        var real = clock.instant();
        return speed == 1
                ? real
                : start.plusNanos((long) (Duration.between(start, real).toNanos() * speed));
    }

    /// The time of the real clock, for what others have signed.
    public Instant byTheClock() {
        return clock.instant();
    }

    /// How long the given time of the carrier takes on a real clock, in nanoseconds.
    public long nanos(Duration duration) {
        return (long) (duration.toNanos() / speed);
    }

    public void run(Runnable work) {
        if (!threads.isShutdown()) {
            threads.execute(() -> guarded(work));
        }
    }

    /// Does it after a while, unless the alarm is called off.
    public Alarm later(Duration delay, Runnable work) {
        return after(nanos(delay), work);
    }

    /// The same, by the real clock.
    public Alarm laterByTheClock(Duration delay, Runnable work) {
        return after(delay.toNanos(), work);
    }

    private Alarm after(long nanos, Runnable work) {
        if (timer.isShutdown()) {
            return () -> {};
        }
        var future = timer.schedule(() -> run(work), nanos, TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (threads.isShutdown()) {
                log.debug("left undone at the end", e);
            } else {
                log.error("work of the simulator failed", e);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }
}
