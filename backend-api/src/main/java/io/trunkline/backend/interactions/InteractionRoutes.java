package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Cursor;
import io.trunkline.backend.platform.http.Inputs;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.InteractionId;
import io.trunkline.model.Page;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionDetail;
import io.trunkline.model.interaction.NewNote;
import io.trunkline.model.interaction.Note;

/// `/api/v1/interactions`
final class InteractionRoutes {
    private final HistoryStore history = new HistoryStore();
    private final Details details;
    private final Notes notes;
    private final Database database;

    InteractionRoutes(Details details, Notes notes, Database database) {
        this.details = details;
        this.notes = notes;
        this.database = database;
    }

    void declare(Routes routes) {
        routes.get("/api/v1/interactions")
                .needs(Permission.INTERACTION_READ)
                .summary("The history, newest first")
                .query("state", "OPEN, WAITING, ACTIVE, WRAPPING or COMPLETED")
                .query("channel", "VOICE or SMS")
                .query("queue", "The id of a queue")
                .query("agent", "The id of an agent")
                .query("contact", "The id of a contact")
                .query("from", "Opened at this instant or later")
                .query("to", "Opened before this instant")
                .returnsPage(Interaction.class)
                .to(this::list);
        routes.get("/api/v1/interactions/{id}")
                .needs(Permission.INTERACTION_READ)
                .summary("Everything known of one interaction")
                .returns(InteractionDetail.class)
                .to(this::one);
        routes.post("/api/v1/interactions/{id}/notes")
                .needs(Permission.INTERACTION_WRITE)
                .summary("Write a note; sent again with the same command it is written once")
                .takes(NewNote.class)
                .creates(Note.class)
                .to(this::note);
    }

    private Page<Interaction> list(Request request) {
        var filter = HistoryFilter.of(request);
        var paging = request.paging();
        var after = paging.after()
                .map(cursor -> new HistoryStore.After(cursor.instant(0), new InteractionId(cursor.uuid(1))));
        var sight = Sight.of(request.member());
        var found =
                database.inTenant(request.tenant(), tx -> history.page(tx, filter, sight, after, paging.limit() + 1));
        if (found.size() <= paging.limit()) {
            return new Page<>(found, null);
        }
        var last = found.get(paging.limit() - 1);
        return new Page<>(
                found.subList(0, paging.limit()),
                Cursor.after(last.openedAt(), last.id()).text());
    }

    private InteractionDetail one(Request request) {
        var id = request.id("id", InteractionId::new);
        return database.inTenant(request.tenant(), tx -> {
            seen(tx, request, id);
            return details.of(tx, id);
        });
    }

    private Note note(Request request, NewNote wanted) {
        var id = request.id("id", InteractionId::new);
        var command = Inputs.present("command", wanted.command());
        return database.inTenant(request.tenant(), tx -> {
            seen(tx, request, id);
            return notes.add(tx, id, request.member().agent(), command, wanted.text());
        });
    }

    /// What somebody may not see is not there.
    private void seen(Tx tx, Request request, InteractionId id) {
        if (!history.sees(tx, Sight.of(request.member()), id)) {
            throw Interactions.unknown();
        }
    }
}
