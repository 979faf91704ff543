package io.trunkline.desktop;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.testfx.util.WaitForAsyncUtils;

/// Waiting for what another program will have done soon.
final class Waits {
    private Waits() {}

    static void until(String what, Duration patience, Supplier<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS, condition::get);
        } catch (TimeoutException e) {
            throw new AssertionError("Not within %s: %s".formatted(patience, what), e);
        }
    }
}
