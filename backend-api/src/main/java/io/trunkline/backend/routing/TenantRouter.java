package io.trunkline.backend.routing;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.DatabaseUnavailable;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.jobs.Lease;
import io.trunkline.model.ReservationId;
import io.trunkline.model.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one router of a tenant at work: takes hints, decides in memory and commits in groups, one transaction per turn.
///
/// It decides while it holds the lease and writes under its epoch. Whenever a turn fails or the lease was lost, the
/// memory is dropped and built anew from the rows, so memory and rows never part for long.
final class TenantRouter {
    private static final Logger LOG = LoggerFactory.getLogger(TenantRouter.class);
    private static final long SECOND = 1_000_000;

    private final TenantId tenant;
    private final Lease lease;
    private final Database database;
    private final Clock clock;
    private final RoutingConfig config;
    private final Learning learning;
    private final Committing committing;
    private final ConcurrentLinkedQueue<Hint> hints = new ConcurrentLinkedQueue<>();
    private final List<Decision> decided = new ArrayList<>();
    private volatile @Nullable Router router;
    private long epoch;
    private long swept;
    private long lapsedAt;

    TenantRouter(
            TenantId tenant,
            Lease lease,
            Database database,
            Clock clock,
            RoutingConfig config,
            Learning learning,
            Committing committing) {
        this.tenant = tenant;
        this.lease = lease;
        this.database = database;
        this.clock = clock;
        this.config = config;
        this.learning = learning;
        this.committing = committing;
    }

    void hint(Hint hint) {
        hints.add(hint);
    }

    /// One turn; cheap when there is nothing to do.
    void turn() {
        var held = lease.epoch();
        if (held.isEmpty()) {
            forget();
            hints.clear();
            return;
        }
        if (router != null && epoch == held.getAsLong() && idle()) {
            return;
        }
        try {
            database.doInTenant(tenant, tx -> turn(tx, held.getAsLong()));
        } catch (DatabaseUnavailable e) {
            forget();
            LOG.debug("The router of {} waits for the database", tenant, e);
        } catch (RuntimeException e) {
            forget();
            throw e;
        }
    }

    private boolean idle() {
        var now = Times.micros(clock.instant());
        var known = router;
        return hints.isEmpty() && known != null && known.nextDue() > now && now - lapsedAt < SECOND;
    }

    private void turn(Tx tx, long held) {
        if (!committing.leads(tx, lease.name(), held)) {
            forget();
            return;
        }
        var now = Times.micros(tx.now());
        var at = router(held, now);
        var batch = takeHints();
        if (now - swept >= Times.micros(config.sweep())) {
            swept = now;
            at.onAll(learning.everything(tx, at), now);
        } else {
            at.onAll(learning.from(tx, batch, at), now);
        }
        at.advance(now);
        write(tx, at, now);
        if (now - lapsedAt >= SECOND) {
            lapsedAt = now;
            at.onAll(committing.lapse(tx), now);
            write(tx, at, now);
        }
        committing.attend(tx);
    }

    /// What the rows answer may lead to further decisions.
    private void write(Tx tx, Router at, long now) {
        while (!decided.isEmpty()) {
            var batch = List.copyOf(decided);
            decided.clear();
            at.onAll(committing.write(tx, batch, epoch), now);
        }
    }

    private Router router(long held, long now) {
        var known = router;
        if (known != null && epoch == held) {
            return known;
        }
        decided.clear();
        var fresh = new Router(config.rules(), () -> new ReservationId(Ids.next()), decided::add, now);
        epoch = held;
        swept = 0;
        router = fresh;
        LOG.info("The router of {} begins with epoch {}", tenant, held);
        return fresh;
    }

    private Set<Hint> takeHints() {
        var batch = new LinkedHashSet<Hint>();
        for (var hint = hints.poll(); hint != null; hint = hints.poll()) {
            batch.add(hint);
        }
        return batch;
    }

    private void forget() {
        router = null;
        decided.clear();
        committing.forget();
    }
}
