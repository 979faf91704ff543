package io.trunkline.backend.platform.jobs;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: twice as long each time, up to a longest, and anywhere in the upper half
/// of it, so that what failed together does not come back together.
public record Backoff(Duration first, Duration longest) {
    private static final int DOUBLINGS = 30;

    /// The wait after `attempt` attempts, counted from 1.
    public Duration after(int attempt, RandomGenerator random) {
        var doubled = first.multipliedBy(1L << Math.min(DOUBLINGS, Math.max(0, attempt - 1)));
        var whole = doubled.compareTo(longest) > 0 ? longest : doubled;
        return Duration.ofNanos(whole.toNanos() / 2 + random.nextLong(whole.toNanos() / 2 + 1));
    }
}
