package io.trunkline.backend.inbox;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.Channel;
import io.trunkline.model.ContactId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.message.MessageThread;
import io.trunkline.model.message.ThreadState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// All SQL of threads.
final class ThreadStore {
    private static final String SELECT = """
            SELECT t.*, c.name AS contact_name, i.id AS interaction_id FROM thread t
            JOIN contact_known c ON c.tenant_id = t.tenant_id AND c.contact_id = t.contact_id
            LEFT JOIN interaction_of_contact i ON i.tenant_id = t.tenant_id AND i.thread_id = t.id AND i.state <> 'COMPLETED'
            """;

    /// Which threads are wanted.
    record Filter(
            @Nullable ThreadState state,
            boolean unread,
            @Nullable Instant before,
            @Nullable UUID beforeId,
            int limit) {}

    /// Where a thread's next message goes.
    record Ends(ThreadId id, ContactId contact, Channel channel, String theirs, String ours) {}

    /// The contact's thread, made when it is their first message. Locks it, so that messages of one thread follow each
    /// other.
    ThreadId forContact(Tx tx, ThreadId fresh, ContactId contact, Channel channel, String theirs, String ours) {
        return tx.handle()
                .createQuery("""
                        INSERT INTO thread (tenant_id, id, contact_id, last_channel, last_endpoint, our_endpoint, last_at, created_at)
                        VALUES (:tenant, :id, :contact, :channel, :theirs, :ours, :now, :now)
                        ON CONFLICT (tenant_id, contact_id) DO UPDATE SET last_channel = excluded.last_channel,
                            last_endpoint = excluded.last_endpoint, our_endpoint = excluded.our_endpoint
                        RETURNING id
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("id", fresh.value())
                .bind("contact", contact.value())
                .bind("channel", channel.name())
                .bind("theirs", theirs)
                .bind("ours", ours)
                .bind("now", tx.now())
                .map((rs, _) -> new ThreadId(rs.getObject("id", UUID.class)))
                .one();
    }

    /// Shows the newest message; an inbound one makes the thread unread and wakes it from `PARKED`, `SNOOZED` or
    /// `CLOSED`.
    void touch(Tx tx, ThreadId id, String preview, boolean inbound) {
        tx.handle()
                .createUpdate("""
                        UPDATE thread SET preview = :preview, last_at = greatest(last_at, :now),
                            unread = CASE WHEN :inbound THEN unread + 1 ELSE unread END,
                            state = CASE WHEN :inbound THEN 'OPEN' ELSE state END,
                            until = CASE WHEN :inbound THEN NULL ELSE until END
                        WHERE id = :id
                        """)
                .bind("id", id.value())
                .bind("preview", preview)
                .bind("now", tx.now())
                .bind("inbound", inbound)
                .execute();
    }

    /// True when there was something unread.
    boolean read(Tx tx, ThreadId id) {
        return tx.handle()
                        .createUpdate("UPDATE thread SET unread = 0 WHERE id = :id AND unread > 0")
                        .bind("id", id.value())
                        .execute()
                == 1;
    }

    Optional<MessageThread> find(Tx tx, ThreadId id) {
        return tx.handle()
                .createQuery(SELECT + "WHERE t.id = :id")
                .bind("id", id.value())
                .map(ThreadStore::thread)
                .findOne();
    }

    Optional<Ends> ends(Tx tx, ThreadId id) {
        return tx.handle()
                .createQuery("SELECT * FROM thread WHERE id = :id")
                .bind("id", id.value())
                .map((rs, _) -> new Ends(
                        id,
                        new ContactId(rs.getObject("contact_id", UUID.class)),
                        Channel.valueOf(rs.getString("last_channel")),
                        rs.getString("last_endpoint"),
                        rs.getString("our_endpoint")))
                .findOne();
    }

    /// One page, the thread with the newest message first.
    List<MessageThread> list(Tx tx, Filter wanted) {
        var sql = new StringBuilder(SELECT).append("WHERE true");
        if (wanted.state() != null) {
            sql.append(" AND t.state = :state");
        }
        if (wanted.unread()) {
            sql.append(" AND t.unread > 0");
        }
        if (wanted.before() != null) {
            sql.append(" AND (t.last_at, t.id) < (:before, :beforeId)");
        }
        sql.append(" ORDER BY t.last_at DESC, t.id DESC LIMIT :limit");
        var query = tx.handle().createQuery(sql.toString()).bind("limit", wanted.limit());
        if (wanted.state() != null) {
            query.bind("state", wanted.state().name());
        }
        if (wanted.before() != null) {
            query.bind("before", wanted.before()).bind("beforeId", wanted.beforeId());
        }
        return query.map(ThreadStore::thread).list();
    }

    private static MessageThread thread(ResultSet rs, StatementContext context) throws SQLException {
        var interaction = rs.getObject("interaction_id", UUID.class);
        return new MessageThread(
                new ThreadId(rs.getObject("id", UUID.class)),
                new ContactRef(
                        new ContactId(rs.getObject("contact_id", UUID.class)),
                        rs.getString("contact_name"),
                        rs.getString("last_endpoint")),
                Channel.valueOf(rs.getString("last_channel")),
                ThreadState.valueOf(rs.getString("state")),
                interaction == null ? null : new InteractionId(interaction),
                rs.getString("preview"),
                rs.getInt("unread"),
                rs.getObject("last_at", OffsetDateTime.class).toInstant());
    }
}
