package io.trunkline.backend.live;

import io.helidon.http.Headers;
import io.helidon.webserver.websocket.WsRouting;
import io.micrometer.core.instrument.MeterRegistry;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.platform.jobs.Leases;
import io.trunkline.backend.platform.jobs.Workers;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;

/// Wires the live feed: the log that features append to, the relay that numbers, the hub that tells.
public final class LiveFeature implements AutoCloseable {
    public static final String PATH = "/api/v1/live";

    private final EventLog log;
    private final Hub hub;

    public LiveFeature(
            Database database, Workers workers, Leases leases, LiveConfig config, Clock clock, MeterRegistry meters) {
        var store = new EventStore(database);
        var partitions = new Partitions(store, clock);
        partitions.make();
        workers.loop("event-partitions", Duration.ofHours(6), partitions::make);
        log = new EventLog(store);
        hub = new Hub(log, store, workers, config, clock, meters);
        var relay = new OutboxRelay(store, leases, workers, config, hub::publish);
        log.onAppend(relay::wake);
    }

    /// Where features append what happened.
    public EventLog log() {
        return log;
    }

    /// Where listeners and desktops hear it.
    public Hub hub() {
        return hub;
    }

    /// The socket of the desktops, for whoever `admission` lets in. Whoever is turned away by their headers hears why
    /// as from any other route.
    public WsRouting.Builder socket(Admission admission, Predicate<Headers> turnedAway) {
        return WsRouting.builder().endpoint(PATH, () -> new LiveSocket(hub, admission, turnedAway));
    }

    /// What is asked of the feed's address without becoming a socket: 401 for whom the admission refused.
    public void routes(Routes routes) {
        new LiveRoutes().declare(routes);
    }

    /// Sends every desktop to another node.
    @Override
    public void close() {
        hub.leave();
    }
}
