package io.trunkline.backend.contacts;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.ContactId;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.NoteId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.contact.Contact;
import io.trunkline.model.contact.ContactCard;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.Note;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.queue.QueueRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a contact's history through the views that interactions publishes.
final class CardStore {
    private static final int RECENT = 5;
    private static final int NOTES = 10;

    ContactCard card(Tx tx, Contact contact) {
        var id = contact.id().value();
        return tx.handle()
                .createQuery("""
                        SELECT count(*) AS every, count(*) FILTER (WHERE state <> 'COMPLETED') AS open, max(opened_at) AS seen
                        FROM interaction_of_contact WHERE contact_id = :id
                        """)
                .bind("id", id)
                .map((rs, _) -> new ContactCard(
                        contact,
                        rs.getLong("every"),
                        rs.getLong("open"),
                        instant(rs, "seen"),
                        recent(tx, contact.id()),
                        notes(tx, id)))
                .one();
    }

    private static List<Interaction> recent(Tx tx, ContactId contact) {
        return tx.handle()
                .createQuery("""
                        SELECT i.*, c.name AS contact_name, q.name AS queue_name, a.name AS agent_name, d.name AS disposition
                        FROM interaction_of_contact i
                        JOIN contact c ON c.tenant_id = i.tenant_id AND c.id = i.contact_id
                        LEFT JOIN queue_name q ON q.tenant_id = i.tenant_id AND q.queue_id = i.queue_id
                        LEFT JOIN agent_name a ON a.tenant_id = i.tenant_id AND a.agent_id = i.agent_id
                        LEFT JOIN disposition_name d ON d.tenant_id = i.tenant_id AND d.disposition_id = i.disposition_id
                        WHERE i.contact_id = :id ORDER BY i.opened_at DESC, i.id DESC LIMIT :limit
                        """)
                .bind("id", contact.value())
                .bind("limit", RECENT)
                .map((rs, _) -> interaction(rs, contact))
                .list();
    }

    private static List<Note> notes(Tx tx, UUID contact) {
        return tx.handle()
                .createQuery(
                        "SELECT * FROM note_of_contact WHERE contact_id = :id ORDER BY at DESC, id DESC LIMIT :limit")
                .bind("id", contact)
                .bind("limit", NOTES)
                .map((rs, _) -> new Note(
                        new NoteId(rs.getObject("id", UUID.class)),
                        new InteractionId(rs.getObject("interaction_id", UUID.class)),
                        new AgentRef(new AgentId(rs.getObject("author_id", UUID.class)), rs.getString("author_name")),
                        rs.getString("text"),
                        rs.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Interaction interaction(ResultSet rs, ContactId contact) throws SQLException {
        var queue = rs.getObject("queue_id", UUID.class);
        var agent = rs.getObject("agent_id", UUID.class);
        var thread = rs.getObject("thread_id", UUID.class);
        var outcome = rs.getString("outcome");
        return new Interaction(
                new InteractionId(rs.getObject("id", UUID.class)),
                Channel.valueOf(rs.getString("channel")),
                Direction.valueOf(rs.getString("direction")),
                InteractionState.valueOf(rs.getString("state")),
                outcome == null ? null : Outcome.valueOf(outcome),
                new ContactRef(contact, rs.getString("contact_name"), rs.getString("address")),
                queue == null ? null : new QueueRef(new QueueId(queue), rs.getString("queue_name")),
                agent == null ? null : new AgentRef(new AgentId(agent), rs.getString("agent_name")),
                thread == null ? null : new ThreadId(thread),
                rs.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(rs, "queued_at"),
                instant(rs, "answered_at"),
                instant(rs, "ended_at"),
                instant(rs, "completed_at"),
                rs.getString("disposition"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
