package io.trunkline.backend.routing;

import io.trunkline.backend.live.EventListener;
import io.trunkline.backend.live.LoggedEvent;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.jobs.Leases;
import io.trunkline.backend.platform.jobs.Loop;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.model.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The routers of all tenants: one thread each, awake on the node that holds the tenant's lease.
///
/// A change made on this node hints at once after its commit; one made elsewhere comes with the event log.
final class Routers implements EventListener, AutoCloseable {
    private static final Duration LOOK_FOR_TENANTS = Duration.ofSeconds(2);

    private final Map<TenantId, Running> running = new ConcurrentHashMap<>();
    private final Database database;
    private final Leases leases;
    private final Workers workers;
    private final Clock clock;
    private final RoutingConfig config;
    private final Supplier<Learning> learning;
    private final Supplier<Committing> committing;
    private volatile boolean closed;

    private record Running(TenantRouter router, Loop loop) {}

    Routers(
            Database database,
            Leases leases,
            Workers workers,
            Clock clock,
            RoutingConfig config,
            Supplier<Learning> learning,
            Supplier<Committing> committing) {
        this.database = database;
        this.leases = leases;
        this.workers = workers;
        this.clock = clock;
        this.config = config;
        this.learning = learning;
        this.committing = committing;
    }

    void start() {
        workers.loop("routers", LOOK_FOR_TENANTS, this::look);
    }

    /// Once the transaction is committed, the tenant's router looks there.
    void hint(Tx tx, Hint hint) {
        var tenant = tx.tenant();
        tx.afterCommit(() -> hint(tenant, hint));
    }

    @Override
    public void onEvents(TenantId tenant, List<LoggedEvent> events) {
        var found = running.get(tenant);
        if (found == null) {
            return;
        }
        var any = false;
        for (var event : events) {
            var hint = Hint.in(event.event());
            hint.ifPresent(found.router::hint);
            any |= hint.isPresent();
        }
        if (any) {
            found.loop.wake();
        }
    }

    @Override
    public void close() {
        closed = true;
        running.values().forEach(each -> each.loop.close());
    }

    private void hint(TenantId tenant, Hint hint) {
        var found = running.get(tenant);
        if (found != null) {
            found.router.hint(hint);
            found.loop.wake();
        }
    }

    private void look() {
        List<TenantId> tenants = database.asSystem(DecisionStore::tenants);
        for (var tenant : tenants) {
            if (!closed) {
                running.computeIfAbsent(tenant, this::begin);
            }
        }
    }

    private Running begin(TenantId tenant) {
        var wake = new Runnable() {
            private volatile Runnable target = () -> {};

            @Override
            public void run() {
                target.run();
            }
        };
        var lease = leases.want("router:" + tenant, wake, wake);
        var router = new TenantRouter(tenant, lease, database, clock, config, learning.get(), committing.get());
        var loop = workers.loop("router-" + tenant, config.tick(), router::turn);
        wake.target = loop::wake;
        return new Running(router, loop);
    }
}
