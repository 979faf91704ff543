package io.trunkline.desktop.softphone.device;

import java.time.Duration;

/// How long is waited before what failed is tried again: ever longer, until it works.
final class Pauses {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;

    /// Each twice as long as the one before, up to the longest.
    Duration next() {
        var now = next;
        var twice = now.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        return now;
    }

    /// It works.
    void reset() {
        next = FIRST;
    }
}
