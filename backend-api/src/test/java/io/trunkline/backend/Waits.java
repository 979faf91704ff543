package io.trunkline.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Waits for what other threads bring about.
public final class Waits {
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(15);

    private Waits() {}

    public static void until(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + LONGEST;
        var pause = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(end);
            try {
                assertThat(pause.await(10, TimeUnit.MILLISECONDS)).isFalse();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
