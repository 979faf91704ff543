package io.trunkline.backend.analytics;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.presence.PresenceState;
import io.trunkline.model.queue.QueueRef;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What analytics reads besides the event log: named views of other features.
final class AnalyticsStore {
    ZoneId zone(Tx tx) {
        return ZoneId.of(tx.handle()
                .createQuery("SELECT time_zone FROM tenant_place")
                .mapTo(String.class)
                .one());
    }

    List<Floor.Queue> queues(Tx tx) {
        return tx.handle()
                .createQuery("""
                        SELECT q.queue_id, q.name, q.service_level_seconds,
                            array(SELECT m.agent_id FROM agent_queue m JOIN agent_name a ON a.agent_id = m.agent_id AND a.active
                                WHERE m.queue_id = q.queue_id) AS agents
                        FROM queue_name q WHERE q.active
                        """)
                .map((rs, _) -> new Floor.Queue(
                        new QueueRef(new QueueId(rs.getObject("queue_id", UUID.class)), rs.getString("name")),
                        Duration.ofSeconds(rs.getLong("service_level_seconds")),
                        agents(rs.getArray("agents"))))
                .list();
    }

    Map<AgentId, PresenceState> presences(Tx tx) {
        var states = new HashMap<AgentId, PresenceState>();
        tx.handle()
                .createQuery("SELECT agent_id, state FROM presence_now")
                .map((rs, _) -> states.put(
                        new AgentId(rs.getObject("agent_id", UUID.class)),
                        PresenceState.valueOf(rs.getString("state"))))
                .list();
        return states;
    }

    /// When the oldest interaction began that was under way at `midnight` or later; `midnight` when there is none.
    Instant oldestSince(Tx tx, Instant midnight) {
        return tx.handle()
                .createQuery("""
                        SELECT least(:midnight::timestamptz, min(opened_at)) AS oldest FROM interaction_of_contact
                        WHERE state <> 'COMPLETED' OR completed_at >= :midnight::timestamptz
                        """)
                .bind("midnight", midnight)
                .map((rs, _) -> rs.getObject("oldest", OffsetDateTime.class).toInstant())
                .one();
    }

    /// Interactions that began before `limit` and are not completed.
    Map<InteractionId, Floor.Piece> underWay(Tx tx, Instant limit) {
        var pieces = new HashMap<InteractionId, Floor.Piece>();
        tx.handle()
                .createQuery("SELECT * FROM interaction_of_contact WHERE state <> 'COMPLETED' AND opened_at < :limit")
                .bind("limit", limit)
                .map((rs, _) -> pieces.put(new InteractionId(rs.getObject("id", UUID.class)), piece(rs)))
                .list();
        return pieces;
    }

    private static Floor.Piece piece(ResultSet rs) throws SQLException {
        var state = InteractionState.valueOf(rs.getString("state"));
        var queue = rs.getObject("queue_id", UUID.class);
        return new Floor.Piece(
                state,
                queue == null ? null : new QueueId(queue),
                state == InteractionState.WAITING ? instant(rs, "queued_at") : null);
    }

    private static Set<AgentId> agents(Array array) throws SQLException {
        var agents = new HashSet<AgentId>();
        Arrays.stream((UUID[]) array.getArray()).map(AgentId::new).forEach(agents::add);
        return agents;
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
