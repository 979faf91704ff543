package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.DispositionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.interaction.Disposition;
import io.trunkline.model.interaction.NewDisposition;

/// `/api/v1/dispositions` and those of one queue
final class DispositionRoutes {
    private final Dispositions dispositions;
    private final Database database;

    DispositionRoutes(Dispositions dispositions, Database database) {
        this.dispositions = dispositions;
        this.database = database;
    }

    void declare(Routes routes) {
        routes.get("/api/v1/dispositions")
                .needs(Permission.QUEUE_READ)
                .summary("All dispositions, those of all queues first")
                .returnsList(Disposition.class)
                .to(request -> database.inTenant(request.tenant(), dispositions::all));
        routes.post("/api/v1/dispositions")
                .needs(Permission.QUEUE_WRITE)
                .summary("Create a disposition of all queues")
                .takes(NewDisposition.class)
                .creates(Disposition.class)
                .to((request, wanted) ->
                        database.inTenant(request.tenant(), tx -> dispositions.add(tx, wanted.name(), null)));
        routes.get("/api/v1/queues/{id}/dispositions")
                .needs(Permission.QUEUE_READ)
                .summary("What can be chosen in a queue")
                .returnsList(Disposition.class)
                .to(request -> database.inTenant(request.tenant(), tx -> dispositions.offeredIn(tx, queue(request))));
        routes.post("/api/v1/queues/{id}/dispositions")
                .needs(Permission.QUEUE_WRITE)
                .summary("Create a disposition of one queue")
                .takes(NewDisposition.class)
                .creates(Disposition.class)
                .to((request, wanted) ->
                        database.inTenant(request.tenant(), tx -> dispositions.add(tx, wanted.name(), queue(request))));
        routes.patch("/api/v1/dispositions/{id}")
                .needs(Permission.QUEUE_WRITE)
                .summary("Rename a disposition")
                .takes(NewDisposition.class)
                .returns(Disposition.class)
                .to((request, wanted) -> database.inTenant(
                        request.tenant(), tx -> dispositions.rename(tx, disposition(request), wanted.name())));
        routes.delete("/api/v1/dispositions/{id}")
                .needs(Permission.QUEUE_WRITE)
                .summary("Take a disposition from the choice; history keeps it")
                .returnsNothing()
                .to(request ->
                        database.doInTenant(request.tenant(), tx -> dispositions.retire(tx, disposition(request))));
    }

    private static QueueId queue(Request request) {
        return request.id("id", QueueId::new);
    }

    private static DispositionId disposition(Request request) {
        return request.id("id", DispositionId::new);
    }
}
