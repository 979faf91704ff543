package io.trunkline.backend.presence;

import io.trunkline.backend.platform.db.CommandLog;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.AgentId;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceChange;
import java.util.function.Function;

/// `/api/v1/presence` is one's own, `/api/v1/presences` everybody's.
final class PresenceRoutes {
    private final Database database;
    private final Presences presences;

    PresenceRoutes(Database database, Presences presences) {
        this.database = database;
        this.presences = presences;
    }

    void declare(Routes routes) {
        routes.get("/api/v1/presence")
                .summary("What you are doing now")
                .needs(Permission.DESK_USE)
                .returns(Presence.class)
                .to(request -> database.inTenant(
                        request.tenant(),
                        tx -> presences.of(tx, request.member().agent())));
        routes.put("/api/v1/presence")
                .summary("Asks for another presence; during work it takes effect afterwards")
                .needs(Permission.DESK_USE)
                .takes(PresenceChange.class)
                .returns(Presence.class)
                .to((request, change) -> once(
                        request,
                        change,
                        tx -> presences.change(tx, request.member().agent(), change)));
        routes.get("/api/v1/presences")
                .summary("What everybody is doing now")
                .needs(Permission.PRESENCE_READ)
                .returnsList(Presence.class)
                .to(request -> database.inTenant(request.tenant(), presences::all));
        routes.put("/api/v1/presences/{agent}")
                .summary("Asks for an agent's presence, as a supervisor")
                .needs(Permission.PRESENCE_OTHERS)
                .takes(PresenceChange.class)
                .returns(Presence.class)
                .to((request, change) -> once(
                        request, change, tx -> presences.changeFor(tx, request.id("agent", AgentId::new), change)));
    }

    /// A wish that comes again, late, must not undo one that was made since.
    private Presence once(Request request, PresenceChange change, Function<Tx, Presence> work) {
        var actor = request.member().user().value();
        return database.inTenant(
                request.tenant(),
                tx -> CommandLog.once(tx, change.command(), actor, "presence", Presence.class, () -> work.apply(tx)));
    }
}
