package io.trunkline.backend.live;

import io.trunkline.backend.platform.db.DatabaseUnavailable;
import io.trunkline.backend.platform.jobs.Lease;
import io.trunkline.backend.platform.jobs.Leases;
import io.trunkline.backend.platform.jobs.Loop;
import io.trunkline.backend.platform.jobs.Workers;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Numbers what was committed. One relay runs in the whole installation: whoever holds its lease.
final class OutboxRelay {
    static final String LEASE = "relay";
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
            if (lease.held() && (appended.getAndSet(false) || !store.outboxIsEmpty())) {
                drain();
            }
        } catch (DatabaseUnavailable e) {
            LOG.debug("Committed events wait in the outbox", e);
        }
    }

    private void drain() {
        var full = true;
        while (full) {
            var epoch = lease.epoch();
            if (epoch.isEmpty()) {
                return;
            }
            var moved = store.number(LEASE, epoch.getAsLong(), batch);
            if (!moved.isEmpty()) {
                next.accept(moved);
            }
            full = moved.size() == batch;
        }
    }
}
