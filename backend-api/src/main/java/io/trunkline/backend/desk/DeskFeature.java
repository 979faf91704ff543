package io.trunkline.backend.desk;

import io.trunkline.backend.inbox.Inbox;
import io.trunkline.backend.interactions.Interactions;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.presence.Presences;
import io.trunkline.backend.routing.Routing;
import io.trunkline.model.InteractionId;
import io.trunkline.model.call.CallState;
import java.util.Optional;
import java.util.function.BiFunction;

/// Wires the desk's snapshot.
public final class DeskFeature {
    private final DeskRoutes routes;

    /// `calls` tells the state of a running call.
    public DeskFeature(
            Database database,
            EventLog log,
            Presences presences,
            Routing routing,
            Interactions interactions,
            Inbox inbox,
            BiFunction<Tx, InteractionId, Optional<CallState>> calls) {
        routes = new DeskRoutes(database, new Snapshots(log, presences, routing, interactions, inbox, calls));
    }

    public void routes(Routes declared) {
        routes.declare(declared);
    }
}
