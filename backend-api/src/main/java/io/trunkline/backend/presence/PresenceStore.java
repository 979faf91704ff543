package io.trunkline.backend.presence;

import io.trunkline.backend.platform.ExceptionToLaw;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.presence.AwayReason;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of presence.
@ExceptionToLaw(
        law = "othersAreReadThroughTheViewsTheyPublish",
        because = "No view can show tenants to the system role, which asks before a tenant is known.")
final class PresenceStore {
    record AtWork(AgentId agent, Standing standing) {}

    /// The agent's row, locked until the transaction ends, so that two happenings never overwrite each other.
    Optional<Standing> lock(Tx tx, AgentId agent) {
        return tx.handle()
                .createQuery("SELECT * FROM presence WHERE agent_id = :agent FOR UPDATE")
                .bind("agent", agent.value())
                .map((rs, _) -> standing(rs))
                .findOne();
    }

    /// For the first happening of an agent's: a row that another one is writing meanwhile is waited for and kept.
    void begin(Tx tx, AgentId agent, Standing unknown) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO presence (tenant_id, agent_id, state, since, idle_since)
                        VALUES (:tenant, :agent, :state, :since, :since)
                        ON CONFLICT (tenant_id, agent_id) DO NOTHING
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("agent", agent.value())
                .bind("state", unknown.state().name())
                .bind("since", unknown.since())
                .execute();
    }

    void save(Tx tx, AgentId agent, Standing now) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO presence (tenant_id, agent_id, state, reason, since, idle_since, wish_state,
                            wish_reason, connected, lost_at)
                        VALUES (:tenant, :agent, :state, :reason, :since, :idle, :wish, :wishReason, :connected,
                            CASE WHEN :connected THEN NULL ELSE :now::timestamptz END)
                        ON CONFLICT (tenant_id, agent_id) DO UPDATE SET state = excluded.state, reason = excluded.reason,
                            since = excluded.since, idle_since = excluded.idle_since, wish_state = excluded.wish_state,
                            wish_reason = excluded.wish_reason, connected = excluded.connected,
                            lost_at = CASE WHEN excluded.connected THEN NULL
                                ELSE coalesce(presence.lost_at, excluded.lost_at) END,
                            version = presence.version + 1
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("agent", agent.value())
                .bind("state", now.state().name())
                .bind("reason", now.reason())
                .bind("since", now.since())
                .bind("idle", now.idleSince())
                .bind("wish", now.wish() == null ? null : now.wish().name())
                .bind("wishReason", now.wishReason())
                .bind("connected", now.connected())
                .bind("now", tx.now())
                .execute();
    }

    /// The agent's desktop is at this node.
    void here(Tx tx, AgentId agent, String node) {
        tx.handle()
                .createUpdate("""
                        UPDATE presence SET gone_at = NULL, node = :node WHERE agent_id = :agent
                            AND (gone_at IS NOT NULL OR node IS DISTINCT FROM :node)""")
                .bind("agent", agent.value())
                .bind("node", node)
                .execute();
    }

    boolean elsewhere(Tx tx, AgentId agent, String node) {
        return tx.handle()
                .createQuery("""
                        SELECT EXISTS (SELECT FROM presence WHERE agent_id = :agent AND connected AND node <> :node)""")
                .bind("agent", agent.value())
                .bind("node", node)
                .mapTo(Boolean.class)
                .one();
    }

    /// The agent's desktop was seen to go.
    void gone(Tx tx, AgentId agent, String node) {
        tx.handle()
                .createUpdate("""
                        UPDATE presence SET gone_at = coalesce(gone_at, :now)
                        WHERE agent_id = :agent AND NOT connected AND coalesce(node, :node) = :node""")
                .bind("agent", agent.value())
                .bind("now", tx.now())
                .bind("node", node)
                .execute();
    }

    /// Closes the running row of the history and opens the next.
    void record(Tx tx, AgentId agent, Standing now, String cause) {
        tx.handle()
                .createUpdate("UPDATE agent_state SET until = :since WHERE agent_id = :agent AND until IS NULL")
                .bind("agent", agent.value())
                .bind("since", now.since())
                .execute();
        tx.handle()
                .createUpdate("""
                        INSERT INTO agent_state (tenant_id, agent_id, state, reason, cause, since)
                        VALUES (:tenant, :agent, :state, :reason, :cause, :since)
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("agent", agent.value())
                .bind("state", now.state().name())
                .bind("reason", now.reason())
                .bind("cause", cause)
                .bind("since", now.since())
                .execute();
    }

    boolean known(Tx tx, AgentId agent) {
        return tx.handle()
                .createQuery("SELECT EXISTS (SELECT FROM agent_name WHERE agent_id = :agent)")
                .bind("agent", agent.value())
                .mapTo(Boolean.class)
                .one();
    }

    String name(Tx tx, AgentId agent) {
        return tx.handle()
                .createQuery("SELECT name FROM agent_name WHERE agent_id = :agent")
                .bind("agent", agent.value())
                .mapTo(String.class)
                .one();
    }

    /// Everybody active who has a desk, by name; who never signed in is `OFFLINE` since `never`.
    List<Presence> all(Tx tx, Instant never) {
        return tx.handle().createQuery("""
                        SELECT a.agent_id, a.name, p.state, p.reason, p.since FROM agent_name a
                        LEFT JOIN presence p ON p.tenant_id = a.tenant_id AND p.agent_id = a.agent_id
                        WHERE a.active ORDER BY a.name, a.agent_id
                        """).map((rs, _) -> presence(rs, never)).list();
    }

    /// Who can be offered work, or is at it; what routing rebuilds itself from.
    List<AtWork> atWork(Tx tx) {
        return tx.handle()
                .createQuery("SELECT * FROM presence WHERE state <> 'OFFLINE' ORDER BY agent_id")
                .map((rs, _) -> new AtWork(new AgentId(rs.getObject("agent_id", UUID.class)), standing(rs)))
                .list();
    }

    List<AgentId> lostBefore(Tx tx, Instant limit) {
        return agents(tx, """
                SELECT agent_id FROM presence WHERE NOT connected AND lost_at <= :limit AND state IN ('AVAILABLE', 'AWAY')
                """, limit);
    }

    /// After a restart no socket is known: everybody has the time of grace to come back.
    void allLost(Tx tx) {
        tx.handle()
                .createUpdate("UPDATE presence SET connected = false, lost_at = :now WHERE connected")
                .bind("now", tx.now())
                .execute();
    }

    static List<UUID> tenants(Handle system) {
        return system.createQuery("SELECT tenant_id FROM tenant ORDER BY tenant_id")
                .mapTo(UUID.class)
                .list();
    }

    List<AwayReason> awayReasons(Tx tx) {
        return tx.handle()
                .createQuery("SELECT name, position FROM away_reason ORDER BY position, name")
                .mapTo(AwayReason.class)
                .list();
    }

    /// False when there is one of this name.
    boolean addReason(Tx tx, AwayReason reason) {
        return tx.handle()
                        .createUpdate("""
                        INSERT INTO away_reason (tenant_id, name, position) VALUES (:tenant, :name, :position)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("tenant", tx.tenant())
                        .bind("name", reason.name())
                        .bind("position", reason.position())
                        .execute()
                == 1;
    }

    /// False when there was none of this name.
    boolean dropReason(Tx tx, String name) {
        return tx.handle()
                        .createUpdate("DELETE FROM away_reason WHERE name = :name")
                        .bind("name", name)
                        .execute()
                == 1;
    }

    private static List<AgentId> agents(Tx tx, String sql, Instant limit) {
        return tx.handle()
                .createQuery(sql)
                .bind("limit", limit)
                .map((rs, _) -> new AgentId(rs.getObject("agent_id", UUID.class)))
                .list();
    }

    private static Presence presence(ResultSet rs, Instant never) throws SQLException {
        var agent = new AgentRef(new AgentId(rs.getObject("agent_id", UUID.class)), rs.getString("name"));
        var state = rs.getString("state");
        return state == null
                ? new Presence(agent, PresenceState.OFFLINE, null, never)
                : new Presence(agent, PresenceState.valueOf(state), rs.getString("reason"), instant(rs, "since"));
    }

    private static Standing standing(ResultSet rs) throws SQLException {
        return new Standing(
                PresenceState.valueOf(rs.getString("state")),
                rs.getString("reason"),
                instant(rs, "since"),
                instant(rs, "idle_since"),
                stateOrNone(rs.getString("wish_state")),
                rs.getString("wish_reason"),
                rs.getBoolean("connected"));
    }

    private static @Nullable PresenceState stateOrNone(@Nullable String name) {
        return name == null ? null : PresenceState.valueOf(name);
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
