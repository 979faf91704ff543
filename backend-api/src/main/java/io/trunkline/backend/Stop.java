package io.trunkline.backend;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the program does when it is asked to end. That may come while it starts and migrates: then the start is let
/// finish, since nobody but it could stop the embedded PostgreSQL in order, and a migration broken off begins anew.
final class Stop {
    private static final Logger LOG = LoggerFactory.getLogger(Stop.class);

    /// Within the minute that the unit gives.
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean asked;
    private final AtomicReference<@Nullable AutoCloseable> backend = new AtomicReference<>();

    void started(AutoCloseable started) {
        backend.set(started);
        settled.countDown();
    }

    /// What had started is closed already.
    void notStarted() {
        settled.countDown();
    }

    /// True once the program ends; much cannot be begun any more then, and fails.
    boolean asked() {
        return asked;
    }

    void stop() {
        asked = true;
        try {
            if (!settled.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The start takes too long to be waited for; PostgreSQL is left to the system");
            }
            var started = backend.get();
            if (started != null) {
                started.close();
            }
        } catch (Exception e) {
            LOG.error("The backend did not stop in order", e);
        }
    }
}
