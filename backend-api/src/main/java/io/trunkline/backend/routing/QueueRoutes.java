package io.trunkline.backend.routing;

import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.QueueId;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.queue.NewQueue;
import io.trunkline.model.queue.NewSkill;
import io.trunkline.model.queue.Queue;
import io.trunkline.model.queue.QueueChange;
import io.trunkline.model.queue.Skill;

/// `/api/v1/queues` and `/api/v1/skills`
final class QueueRoutes {
    private final Database database;
    private final Queues queues;

    QueueRoutes(Database database, Queues queues) {
        this.database = database;
        this.queues = queues;
    }

    void declare(Routes routes) {
        routes.get("/api/v1/queues")
                .summary("All queues, by name")
                .needs(Permission.QUEUE_READ)
                .returnsList(Queue.class)
                .to(request -> database.inTenant(request.tenant(), queues::all));
        routes.post("/api/v1/queues")
                .summary("Creates a queue")
                .needs(Permission.QUEUE_WRITE)
                .takes(NewQueue.class)
                .creates(Queue.class)
                .to((request, wanted) ->
                        database.inTenant(request.tenant(), tx -> queues.create(tx, actor(request), wanted)));
        routes.get("/api/v1/queues/{id}")
                .summary("One queue")
                .needs(Permission.QUEUE_READ)
                .returns(Queue.class)
                .to(request -> database.inTenant(request.tenant(), tx -> queues.find(tx, id(request))));
        routes.put("/api/v1/queues/{id}")
                .summary("Changes a queue")
                .needs(Permission.QUEUE_WRITE)
                .takes(NewQueue.class)
                .returns(Queue.class)
                .to((request, wanted) -> database.inTenant(
                        request.tenant(),
                        tx -> queues.change(tx, actor(request), id(request), QueueChange.of(wanted))));
        routes.patch("/api/v1/queues/{id}")
                .summary("Changes what is named of a queue; a paused one offers nothing, from now on")
                .needs(Permission.QUEUE_WRITE)
                .takes(QueueChange.class)
                .returns(Queue.class)
                .to((request, wanted) -> database.inTenant(
                        request.tenant(), tx -> queues.change(tx, actor(request), id(request), wanted)));
        routes.get("/api/v1/skills")
                .summary("All skills, by name")
                .needs(Permission.QUEUE_READ)
                .returnsList(Skill.class)
                .to(request -> database.inTenant(request.tenant(), queues::skills));
        routes.post("/api/v1/skills")
                .summary("Creates a skill")
                .needs(Permission.QUEUE_WRITE)
                .takes(NewSkill.class)
                .creates(Skill.class)
                .to((request, wanted) ->
                        database.inTenant(request.tenant(), tx -> queues.create(tx, actor(request), wanted)));
    }

    private static Audit.Actor actor(Request request) {
        return Audit.Actor.of(request.member().user());
    }

    private static QueueId id(Request request) {
        return request.id("id", QueueId::new);
    }
}
