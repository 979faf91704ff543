package io.trunkline.desktop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Waiting for what another program will have done soon. Asks often at first and then every second, since a backend
/// lets a user ask 100 times in a minute.
public final class Waits {
    private static final Duration FIRST = Duration.ofMillis(20);
    private static final Duration CLOSE = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private Waits() {}

    public static void until(String what, Duration patience, Supplier<Boolean> condition) {
        until(what, patience, LONGEST, condition);
    }

    /// As [#until], for a condition that asks no backend and is to be noticed at once.
    static void closely(String what, Duration patience, Supplier<Boolean> condition) {
        until(what, patience, CLOSE, condition);
    }

    private static void until(String what, Duration patience, Duration longest, Supplier<Boolean> condition) {
        var end = System.nanoTime() + patience.toNanos();
        var pause = FIRST;
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within %s: %s".formatted(patience, what));
            }
            rest(pause);
            pause = pause.multipliedBy(2).compareTo(longest) < 0 ? pause.multipliedBy(2) : longest;
        }
    }

    private static void rest(Duration pause) {
        try {
            if (new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
