package io.trunkline.desktop.backend.live;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: doubling from `first` to `longest`, spread at random, so that a thousand
/// desktops do not come back in the same moment.
record Backoff(Duration first, Duration longest, RandomGenerator random) {
    static final Duration FIRST = Duration.ofMillis(250);
    static final Duration LONGEST = Duration.ofSeconds(10);

    /// Between half and all of the doubled wait after this many failures in a row, counted from 0.
    Duration after(int failures) {
        var doubled = first.toMillis() << Math.min(failures, 20);
        var whole = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
