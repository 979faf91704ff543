package io.trunkline.desktop.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.call.QualityReport;
import io.trunkline.model.interaction.Completion;
import io.trunkline.model.interaction.NewNote;
import io.trunkline.model.json.Json;
import io.trunkline.model.message.NewMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/// Commands in the order they were given, kept until the backend has acknowledged them.
public final class Unsent {
    private static final String NOTE = "note";
    private static final String TEXT = "text";
    private static final String COMPLETE = "complete";
    private static final String QUALITY = "quality";

    private final Sql sql;
    private final Clock clock;

    Unsent(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Stored once, however often it is added.
    public void add(Pending pending) {
        sql.update(
                """
                merge into unsent (command, kind, target, body, made_at) key (command) values (?, ?, ?, ?, ?)
                """,
                pending.command().value(),
                kind(pending),
                pending.target(),
                json(pending),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /// Acknowledged, or given up.
    public void remove(Pending pending) {
        sql.update("delete from unsent where command = ?", pending.command().value());
    }

    /// Oldest first.
    public List<Pending> all() {
        return sql.list("select kind, target, body from unsent order by place", Unsent::read);
    }

    private static String kind(Pending pending) {
        return switch (pending) {
            case Pending.Note _ -> NOTE;
            case Pending.Text _ -> TEXT;
            case Pending.Complete _ -> COMPLETE;
            case Pending.Quality _ -> QUALITY;
        };
    }

    private static String json(Pending pending) {
        var body = switch (pending) {
            case Pending.Note(var _, var note) -> note;
            case Pending.Text(var _, var message) -> message;
            case Pending.Complete(var _, var completion) -> completion;
            case Pending.Quality(var _, var report) -> report;
        };
        try {
            return Json.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new CacheFailure(e);
        }
    }

    private static Pending read(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var target = row.getObject("target", UUID.class);
        var body = row.getString("body");
        try {
            return switch (kind) {
                case NOTE ->
                    new Pending.Note(new InteractionId(target), Json.mapper().readValue(body, NewNote.class));
                case TEXT ->
                    new Pending.Text(new ThreadId(target), Json.mapper().readValue(body, NewMessage.class));
                case COMPLETE ->
                    new Pending.Complete(
                            new InteractionId(target), Json.mapper().readValue(body, Completion.class));
                case QUALITY ->
                    new Pending.Quality(new InteractionId(target), Json.mapper().readValue(body, QualityReport.class));
                default -> throw new IllegalStateException("Unknown kind of command in the local database: " + kind);
            };
        } catch (JsonProcessingException e) {
            throw new CacheFailure(e);
        }
    }
}
