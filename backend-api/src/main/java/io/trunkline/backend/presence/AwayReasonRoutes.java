package io.trunkline.backend.presence;

import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.presence.AwayReason;
import io.trunkline.model.presence.AwayReasonChange;

/// `/api/v1/away-reasons`
final class AwayReasonRoutes {
    private final Database database;
    private final AwayReasons reasons;

    AwayReasonRoutes(Database database, AwayReasons reasons) {
        this.database = database;
        this.reasons = reasons;
    }

    void declare(Routes routes) {
        routes.get("/api/v1/away-reasons")
                .summary("Why somebody may be away, in the order of the choice")
                .needs(Permission.PRESENCE_READ)
                .returnsList(AwayReason.class)
                .to(request -> database.inTenant(request.tenant(), reasons::all));
        routes.post("/api/v1/away-reasons")
                .summary("Create a reason")
                .needs(Permission.QUEUE_WRITE)
                .takes(AwayReasonChange.class)
                .creates(AwayReason.class)
                .to((request, wanted) ->
                        database.inTenant(request.tenant(), tx -> reasons.create(tx, actor(request), wanted)));
        routes.patch("/api/v1/away-reasons/{name}")
                .summary("Rename or move a reason")
                .needs(Permission.QUEUE_WRITE)
                .takes(AwayReasonChange.class)
                .returns(AwayReason.class)
                .to((request, wanted) -> database.inTenant(
                        request.tenant(), tx -> reasons.change(tx, actor(request), request.path("name"), wanted)));
        routes.delete("/api/v1/away-reasons/{name}")
                .summary("Take a reason from the choice")
                .needs(Permission.QUEUE_WRITE)
                .returnsNothing()
                .to(request -> database.doInTenant(
                        request.tenant(), tx -> reasons.retire(tx, actor(request), request.path("name"))));
    }

    private static Audit.Actor actor(Request request) {
        return Audit.Actor.of(request.member().user());
    }
}
