package io.trunkline.backend.inbox;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.MessageId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.message.Attachment;
import io.trunkline.model.message.AuthorKind;
import io.trunkline.model.message.Message;
import io.trunkline.model.message.MessageState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All SQL of messages, their deliveries and attachments.
final class MessageStore {
    private static final String SELECT = """
            SELECT m.*, (SELECT json_agg(json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'bytes', a.bytes)
                ORDER BY a.id)::text FROM attachment a WHERE a.tenant_id = m.tenant_id AND a.message_id = m.id) AS files
            FROM message m
            """;

    /// A message with the addresses it went between.
    record Row(
            Message message,
            @Nullable UUID author,
            String theirs,
            String ours,
            @Nullable String outsideId) {}

    /// False when the message is there already.
    boolean insert(Tx tx, Row row) {
        var message = row.message();
        return tx.handle()
                        .createUpdate("""
                        INSERT INTO message (tenant_id, id, thread_id, interaction_id, channel, direction, endpoint,
                            our_endpoint, author_kind, author_id, author_name, text, state, outside_id, at)
                        VALUES (:tenant, :id, :thread, :interaction::uuid, :channel, :direction, :theirs, :ours, :kind, :author::uuid,
                            :name, :text, :state, :outside, :at) ON CONFLICT DO NOTHING
                        """)
                        .bind("tenant", tx.tenant().value())
                        .bind("id", message.id().value())
                        .bind("thread", message.thread().value())
                        .bindByType("interaction", interaction(message), UUID.class)
                        .bind("channel", message.channel().name())
                        .bind("direction", message.direction().name())
                        .bind("theirs", row.theirs())
                        .bind("ours", row.ours())
                        .bind("kind", message.author().name())
                        .bindByType("author", row.author(), UUID.class)
                        .bind("name", message.authorName())
                        .bind("text", message.text())
                        .bind("state", message.state().name())
                        .bind("outside", row.outsideId())
                        .bind("at", message.at())
                        .execute()
                == 1;
    }

    void attach(Tx tx, UUID id, MessageId message, Arrival.File file) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO attachment (tenant_id, id, message_id, name, type, source)
                        VALUES (:tenant, :id, :message, :name, :type, :source)
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("id", id)
                .bind("message", message.value())
                .bind("name", file.name())
                .bind("type", file.type())
                .bind("source", file.source())
                .execute();
    }

    boolean known(Tx tx, Channel channel, String outsideId) {
        return byOutsideId(tx, channel, outsideId).isPresent();
    }

    Optional<MessageId> byOutsideId(Tx tx, Channel channel, String outsideId) {
        return tx.handle()
                .createQuery("SELECT id FROM message WHERE channel = :channel AND outside_id = :outside")
                .bind("channel", channel.name())
                .bind("outside", outsideId)
                .map((rs, _) -> new MessageId(rs.getObject("id", UUID.class)))
                .findOne();
    }

    Optional<Message> find(Tx tx, MessageId id) {
        return tx.handle()
                .createQuery(SELECT + "WHERE m.id = :id")
                .bind("id", id.value())
                .map((rs, _) -> message(rs))
                .findOne();
    }

    /// Locked, so that two reports never overwrite each other.
    Optional<MessageState> lock(Tx tx, MessageId id) {
        return tx.handle()
                .createQuery("SELECT state FROM message WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .map((rs, _) -> MessageState.valueOf(rs.getString("state")))
                .findOne();
    }

    void sent(Tx tx, MessageId id, String outsideId) {
        tx.handle()
                .createUpdate("UPDATE message SET outside_id = coalesce(outside_id, :outside) WHERE id = :id")
                .bind("id", id.value())
                .bind("outside", outsideId)
                .execute();
    }

    /// Moves the message; an error once known stays known.
    void state(Tx tx, MessageId id, MessageState state, @Nullable String error) {
        tx.handle()
                .createUpdate("UPDATE message SET state = :state, error = coalesce(:error, error) WHERE id = :id")
                .bind("id", id.value())
                .bind("state", state.name())
                .bind("error", error)
                .execute();
    }

    /// Keeps what a carrier reported; each state once.
    void delivery(Tx tx, MessageId id, MessageState state, @Nullable String error) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO message_delivery (tenant_id, message_id, state, error, received_at)
                        VALUES (:tenant, :id, :state, :error, :now)
                        ON CONFLICT (tenant_id, message_id, state) DO UPDATE
                            SET error = coalesce(message_delivery.error, excluded.error)
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("id", id.value())
                .bind("state", state.name())
                .bind("error", error)
                .bind("now", tx.now())
                .execute();
    }

    String agentName(Tx tx, AgentId agent) {
        return tx.handle()
                .createQuery("SELECT name FROM agent_name WHERE agent_id = :agent")
                .bind("agent", agent.value())
                .mapTo(String.class)
                .one();
    }

    /// One page of a thread, newest first.
    List<Message> list(Tx tx, ThreadId thread, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        return tx.handle()
                .createQuery(SELECT + """
                        WHERE m.thread_id = :thread
                            AND (:before::timestamptz IS NULL OR (m.at, m.id) < (:before::timestamptz, :beforeId::uuid))
                        ORDER BY m.at DESC, m.id DESC LIMIT :limit
                        """)
                .bind("thread", thread.value())
                .bind("before", before)
                .bind("beforeId", beforeId)
                .bind("limit", limit)
                .map((rs, _) -> message(rs))
                .list();
    }

    /// Messages that hold all the words, newest first.
    List<Message> search(Tx tx, String words, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        return tx.handle()
                .createQuery(SELECT + """
                        JOIN message_find(:words, :before::timestamptz, :beforeId::uuid, :limit) f ON f.id = m.id
                        ORDER BY m.at DESC, m.id DESC
                        """)
                .bind("words", words)
                .bind("before", before)
                .bind("beforeId", beforeId)
                .bind("limit", limit)
                .map((rs, _) -> message(rs))
                .list();
    }

    private static @Nullable UUID interaction(Message message) {
        return message.interaction() == null ? null : message.interaction().value();
    }

    private static Message message(ResultSet rs) throws SQLException {
        var interaction = rs.getObject("interaction_id", UUID.class);
        return new Message(
                new MessageId(rs.getObject("id", UUID.class)),
                new ThreadId(rs.getObject("thread_id", UUID.class)),
                interaction == null ? null : new InteractionId(interaction),
                Channel.valueOf(rs.getString("channel")),
                Direction.valueOf(rs.getString("direction")),
                AuthorKind.valueOf(rs.getString("author_kind")),
                rs.getString("author_name"),
                rs.getString("text"),
                MessageState.valueOf(rs.getString("state")),
                rs.getString("error"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                attachments(rs.getString("files")));
    }

    private static List<Attachment> attachments(@Nullable String json) {
        return json == null ? List.of() : Attachments.read(json);
    }
}
