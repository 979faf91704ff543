package io.trunkline.backend.platform.db;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says once that PostgreSQL is gone and once that it is back, however many find out. Whoever is refused meanwhile need
/// not say it again.
final class Reach {
    private static final Logger LOG = LoggerFactory.getLogger(Reach.class);

    /// A server that comes back is slow at first: what fails so soon afterwards is the same outage.
    private static final Duration SAME = Duration.ofSeconds(30);

    private final Clock clock;
    private final String address;
    private final AtomicReference<@Nullable Instant> goneSince = new AtomicReference<>();
    private volatile Instant lastBack = Instant.MIN;

    Reach(Clock clock, String address) {
        this.clock = clock;
        this.address = address;
    }

    /// A connection broke, or none could be had.
    void lost(Throwable why) {
        var now = clock.instant();
        if (now.minus(SAME).isBefore(lastBack)) {
            LOG.debug("PostgreSQL at {} is not quite back", address, why);
        } else if (goneSince.get() == null && goneSince.compareAndSet(null, now)) {
            LOG.warn("PostgreSQL at {} is gone; it is tried until it is back: {}", address, why.getMessage());
        }
    }

    /// A transaction was committed. (To be given a connection proves nothing: a pool gives dead ones too.)
    void proven() {
        var since = goneSince.get();
        if (since != null && goneSince.compareAndSet(since, null)) {
            lastBack = clock.instant();
            LOG.info(
                    "PostgreSQL is back after {} s",
                    Duration.between(since, clock.instant()).toSeconds());
        }
    }
}
