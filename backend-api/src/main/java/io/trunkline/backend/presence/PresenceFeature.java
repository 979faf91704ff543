package io.trunkline.backend.presence;

import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.live.ConnectionListener;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.platform.jobs.Workers;
import java.time.Clock;
import java.time.Duration;

/// Wires presence. Everything else in this package is hidden from the rest of the backend, except [Presences].
public final class PresenceFeature {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Database database;
    private final AwayReasons reasons;
    private final Presences presences;
    private final Desks desks;

    /// `node` names this program among its like.
    public PresenceFeature(Settings settings, String node, Database database, EventLog log, Clock clock) {
        this.database = database;
        var store = new PresenceStore();
        this.reasons = new AwayReasons(store, new Audit());
        this.presences = new Presences(store, reasons, log, node);
        this.desks = new Desks(database, presences, PresenceConfig.from(settings), clock);
    }

    public Presences presences() {
        return presences;
    }

    /// Hears of desktops that come and go.
    public ConnectionListener connections() {
        return desks;
    }

    public void routes(Routes routes) {
        new PresenceRoutes(database, presences).declare(routes);
        new AwayReasonRoutes(database, reasons).declare(routes);
    }

    /// Takes everybody's desktop as gone, since a program that starts knows of no socket, and watches the times of
    /// grace.
    public void start(Workers workers) {
        desks.begin();
        workers.loop("presence grace", LOOK, desks::endGrace);
    }
}
