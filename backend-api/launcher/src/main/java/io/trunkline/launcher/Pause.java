package io.trunkline.launcher;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The time between two looks at something that another process will change.
final class Pause {
    private static final Duration BRIEF = Duration.ofMillis(50);

    private Pause() {}

    static void briefly() {
        LockSupport.parkNanos(BRIEF.toNanos());
    }
}
