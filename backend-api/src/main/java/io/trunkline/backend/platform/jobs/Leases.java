package io.trunkline.backend.platform.jobs;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.DatabaseUnavailable;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leases this node wants: asked for and renewed every second, kept for [#LENGTH] after the last renewal.
public final class Leases implements AutoCloseable {
    /// Longer than a transaction may idle, so that a frozen holder keeps no row beyond its lease.
    public static final Duration LENGTH = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final Duration TURN = Duration.ofSeconds(1);

    private final LeaseStore store;
    private final String node;
    private final String holder;
    private final Map<String, Wanted> wanted = new ConcurrentHashMap<>();
    private final Loop loop;

    private record Wanted(Lease lease, Runnable taken, Runnable lost) {}

    /// `node` names this node and no other; an earlier life of it is succeeded at once.
    public Leases(Database database, Workers workers, String node) {
        this.store = new LeaseStore(database);
        this.node = node.replace('#', '-');
        this.holder = this.node + "#" + UUID.randomUUID();
        this.loop = workers.loop("leases", TURN, this::turn);
    }

    /// Wants the lease `name` from now on. `taken` and `lost` tell when it comes and goes; they must be quick.
    public Lease want(String name, Runnable taken, Runnable lost) {
        var lease = new Lease(name);
        wanted.put(name, new Wanted(lease, taken, lost));
        loop.wake();
        return lease;
    }

    /// As [#want] for whoever asks [Lease#held] when it matters.
    public Lease want(String name) {
        return want(name, () -> {}, () -> {});
    }

    /// Lets every lease go, so that another node can take it at once.
    @Override
    public void close() {
        loop.close();
        wanted.values().forEach(each -> each.lease.lose());
        try {
            store.release(holder);
        } catch (DatabaseUnavailable e) {
            LOG.info("The leases are left to expire: {}", e.getMessage());
        }
    }

    private void turn() {
        try {
            renew();
            for (var each : wanted.values()) {
                if (!each.lease.held()) {
                    runOut(each);
                    take(each);
                }
            }
        } catch (DatabaseUnavailable e) {
            LOG.debug("Leases cannot be renewed", e);
            dropExpired();
        }
    }

    private void renew() {
        var held = wanted.values().stream()
                .filter(each -> each.lease.held())
                .map(each -> each.lease.name())
                .toList();
        if (held.isEmpty()) {
            return;
        }
        var asked = System.nanoTime();
        var epochs = store.renew(holder, LENGTH, held);
        for (var name : held) {
            var each = wanted.get(name);
            var epoch = epochs.get(name);
            if (each != null && epoch != null) {
                each.lease.hold(epoch, asked, LENGTH);
            } else if (each != null) {
                lose(each);
            }
        }
    }

    private void take(Wanted each) {
        var asked = System.nanoTime();
        store.take(each.lease.name(), node, holder, LENGTH).ifPresent(epoch -> {
            each.lease.hold(epoch, asked, LENGTH);
            LOG.info("Holds the lease {} as epoch {}", each.lease.name(), epoch);
            each.taken.run();
        });
    }

    private void dropExpired() {
        wanted.values().stream().filter(each -> !each.lease.held()).forEach(Leases::runOut);
    }

    /// It could not be renewed in time.
    private static void runOut(Wanted each) {
        if (each.lease.lose()) {
            LOG.info("The lease {} ran out", each.lease.name());
            each.lost.run();
        }
    }

    /// Somebody else has it.
    private static void lose(Wanted each) {
        if (each.lease.lose()) {
            LOG.warn("Lost the lease {} to another node", each.lease.name());
            each.lost.run();
        }
    }
}
