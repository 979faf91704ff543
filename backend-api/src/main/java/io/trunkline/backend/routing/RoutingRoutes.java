package io.trunkline.backend.routing;

import io.trunkline.backend.interactions.Notes;
import io.trunkline.backend.platform.db.CommandLog;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Inputs;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.interaction.Command;
import io.trunkline.model.interaction.Completion;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What agents say to offers and wrap-ups. A command given twice is applied once.
final class RoutingRoutes {
    private static final Duration MORE_WRAP_UP = Duration.ofSeconds(60);

    private final Routing routing;
    private final Notes notes;
    private final Database database;

    RoutingRoutes(Routing routing, Notes notes, Database database) {
        this.routing = routing;
        this.notes = notes;
        this.database = database;
    }

    void declare(Routes routes) {
        routes.post("/api/v1/reservations/{id}/ringing")
                .summary("Say that the offer rings: the ringer's line is open and the window raised")
                .needs(Permission.DESK_USE)
                .unmetered()
                .takes(Command.class)
                .returnsNothing()
                .to(this::ringing);
        routes.post("/api/v1/reservations/{id}/accept")
                .summary("Take what is offered")
                .needs(Permission.DESK_USE)
                .unmetered()
                .takes(Command.class)
                .returnsNothing()
                .to(this::accept);
        routes.post("/api/v1/reservations/{id}/decline")
                .summary("Do not take what is offered")
                .needs(Permission.DESK_USE)
                .unmetered()
                .takes(Command.class)
                .returnsNothing()
                .to(this::decline);
        routes.post("/api/v1/interactions/{id}/complete")
                .summary("End the wrap-up, with the disposition")
                .needs(Permission.DESK_USE)
                .takes(Completion.class)
                .returnsNothing()
                .to(this::complete);
        routes.post("/api/v1/interactions/{id}/wrap-up/extend")
                .summary("Take another minute for the wrap-up")
                .needs(Permission.DESK_USE)
                .takes(Command.class)
                .returnsNothing()
                .to(this::extend);
    }

    private void ringing(Request request, Command command) {
        var id = request.id("id", ReservationId::new);
        var agent = request.member().agent();
        once(request, command.command(), "ringing", tx -> routing.ringing(tx, id, agent));
    }

    private void accept(Request request, Command command) {
        var id = request.id("id", ReservationId::new);
        var agent = request.member().agent();
        once(request, command.command(), "accept", tx -> routing.accept(tx, id, agent));
    }

    private void decline(Request request, Command command) {
        var id = request.id("id", ReservationId::new);
        var agent = request.member().agent();
        once(request, command.command(), "decline", tx -> routing.decline(tx, id, agent));
    }

    private void complete(Request request, Completion completion) {
        var command = Inputs.present("command", completion.command());
        var id = request.id("id", InteractionId::new);
        var agent = request.member().agent();
        var note = completion.note();
        once(request, command, "complete", tx -> {
            if (note != null && !note.isBlank()) {
                notes.add(tx, id, agent, command, note);
            }
            routing.complete(tx, id, agent, completion.disposition());
        });
    }

    private void extend(Request request, Command command) {
        var id = request.id("id", InteractionId::new);
        var agent = request.member().agent();
        once(request, command.command(), "extend", tx -> routing.extend(tx, id, agent, MORE_WRAP_UP));
    }

    private void once(Request request, @Nullable CommandId id, String kind, Consumer<Tx> work) {
        var command = Inputs.present("command", id);
        var actor = request.member().user().value();
        database.doInTenant(
                request.tenant(),
                tx -> CommandLog.once(tx, command, actor, kind, Boolean.class, () -> {
                    work.accept(tx);
                    return true;
                }));
    }
}
