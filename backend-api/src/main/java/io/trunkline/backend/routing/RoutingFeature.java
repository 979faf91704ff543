package io.trunkline.backend.routing;

import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.identity.Memberships;
import io.trunkline.backend.interactions.InteractionsFeature;
import io.trunkline.backend.live.EventListener;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.platform.jobs.Leases;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.backend.presence.Presences;
import java.time.Clock;

/// Wires routing. Everything else in this package is hidden from the rest of the backend, except [Routing],
/// [Waiting] and [OfferTransport].
public final class RoutingFeature implements AutoCloseable {
    private final Routing routing;
    private final Queues queues;
    private final Routers routers;
    private final RoutingRoutes routingRoutes;
    private final QueueRoutes queueRoutes;

    public RoutingFeature(
            Settings settings,
            Database database,
            Clock clock,
            Workers workers,
            Leases leases,
            EventLog log,
            Audit audit,
            InteractionsFeature ledger,
            Presences presences) {
        var config = RoutingConfig.from(settings);
        var interactions = ledger.interactions();
        var entries = new EntryStore();
        var reservations = new ReservationStore();
        var decisions = new DecisionStore(config);
        var announcer = new Announcer(log, reservations, new Attendance(presences));
        routers = new Routers(
                database,
                leases,
                workers,
                clock,
                config,
                () -> new Learning(entries, new AgentStore(config), decisions),
                () -> new Committing(decisions, reservations, interactions, announcer));
        routing = new Routing(entries, reservations, interactions, announcer, routers, config);
        queues = new Queues(log, audit, routers::hint);
        routingRoutes = new RoutingRoutes(routing, ledger.notes(), database);
        queueRoutes = new QueueRoutes(database, queues);
    }

    public Routing routing() {
        return routing;
    }

    /// Keeps the queues and skills of users for identity.
    public Memberships memberships() {
        return queues;
    }

    Queues queues() {
        return queues;
    }

    /// Hears what is committed on other nodes.
    public EventListener listener() {
        return routers;
    }

    public void routes(Routes routes) {
        routingRoutes.declare(routes);
        queueRoutes.declare(routes);
    }

    /// Starts the routers; every transport must be there by now.
    public void start() {
        routers.start();
    }

    @Override
    public void close() {
        routers.close();
    }
}
