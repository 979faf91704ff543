package io.trunkline.launcher.kill;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waiting for what other programs will have done soon.
final class Wait {
    private Wait() {}

    static void until(Duration patience, BooleanSupplier condition, Supplier<String> otherwise) {
        if (!within(patience, condition)) {
            throw new AssertionError("Not within %s: %s".formatted(patience, otherwise.get()));
        }
    }

    /// False when it did not come true in time.
    static boolean within(Duration patience, BooleanSupplier condition) {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            briefly(3);
        }
        return true;
    }

    static void briefly(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
