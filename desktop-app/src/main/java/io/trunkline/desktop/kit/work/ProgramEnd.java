package io.trunkline.desktop.kit.work;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The end of the program waits for what must still be done and what no window may wait for.
public final class ProgramEnd {
    private static final Set<LastWord> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("last-words").unstarted(ProgramEnd::listen));
    }

    private record LastWord(CountDownLatch said, Duration patience) {}

    private ProgramEnd() {}

    /// Returns at once. A program that ends before `done` waits for it then, but no longer than `patience`.
    public static void waitFor(CountDownLatch done, Duration patience) {
        OPEN.removeIf(each -> each.said().getCount() == 0);
        OPEN.add(new LastWord(done, patience));
    }

    private static void listen() {
        try {
            for (var each : OPEN) {
                var _ = each.said().await(each.patience().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
