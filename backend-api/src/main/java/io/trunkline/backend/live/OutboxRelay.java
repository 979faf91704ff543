package io.trunkline.backend.live;

import io.trunkline.backend.platform.db.DatabaseUnavailable;
import io.trunkline.backend.platform.jobs.Lease;
import io.trunkline.backend.platform.jobs.Leases;
import io.trunkline.backend.platform.jobs.Loop;
import io.trunkline.backend.platform.jobs.Workers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Numbers what was committed. One relay runs in the whole installation: whoever holds its lease.
final class OutboxRelay {
    static final String LEASE = "relay";
    /// How long at least from one turn that moved something to the next: under load a turn moves many events instead of
    /// one, and a first event never waits.
    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(8);

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final EventStore store;
    private final Consumer<List<LoggedEvent>> next;
    private final int batch;
    private final AtomicBoolean appended = new AtomicBoolean(true);
    private final Lease lease;
    private final Loop loop;

    OutboxRelay(EventStore store, Leases leases, Workers workers, LiveConfig config, Consumer<List<LoggedEvent>> next) {
        this.store = store;
        this.next = next;
        this.batch = config.batch();
        this.lease = leases.want(LEASE);
        this.loop = workers.loop("outbox-relay", config.tick(), this::turn);
    }

    /// Something was committed here; other nodes' commits are found by the tick.
    void wake() {
        appended.set(true);
        loop.wake();
    }

    private void turn() {
        try {
            // Asking first keeps an idle tick from writing anything.
            if (lease.held() && (appended.getAndSet(false) || !store.outboxIsEmpty()) && drain()) {
                LockSupport.parkNanos(PACE);
            }
        } catch (DatabaseUnavailable e) {
            LOG.debug("Committed events wait in the outbox", e);
        }
    }

    /// True when something was moved.
    private boolean drain() {
        var any = false;
        var full = true;
        while (full) {
            var epoch = lease.epoch();
            if (epoch.isEmpty()) {
                return any;
            }
            var moved = store.number(LEASE, epoch.getAsLong(), batch);
            if (!moved.isEmpty()) {
                any = true;
                next.accept(moved);
            }
            full = moved.size() == batch;
        }
        return any;
    }
}
