package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.InteractionId;
import io.trunkline.model.interaction.Interaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the ledger newest first, by key, and says what somebody may see of it.
final class HistoryStore {
    private static final String SEEN_BY = """
            (i.agent_id = :me
                OR i.queue_id IN (SELECT queue_id FROM agent_queue WHERE agent_id = :me)
                OR EXISTS (SELECT FROM segment s WHERE s.interaction_id = i.id AND s.agent_id = :me)
                OR EXISTS (SELECT FROM participant p WHERE p.interaction_id = i.id AND p.agent_id = :me))""";

    /// The last row of the page before.
    record After(Instant openedAt, InteractionId id) {}

    List<Interaction> page(Tx tx, HistoryFilter filter, Sight sight, Optional<After> after, int limit) {
        var where = new LinkedHashMap<String, Map<String, Object>>();
        filter.state().ifPresent(state -> where.put("i.state = :state", Map.of("state", state.name())));
        filter.channel().ifPresent(channel -> where.put("i.channel = :channel", Map.of("channel", channel.name())));
        filter.queue().ifPresent(queue -> where.put("i.queue_id = :queue", Map.of("queue", queue)));
        filter.agent().ifPresent(agent -> where.put("i.agent_id = :agent", Map.of("agent", agent)));
        filter.contact().ifPresent(contact -> where.put("i.contact_id = :contact", Map.of("contact", contact)));
        filter.from().ifPresent(from -> where.put("i.opened_at >= :from", Map.of("from", from)));
        filter.to().ifPresent(to -> where.put("i.opened_at < :to", Map.of("to", to)));
        sight.only().ifPresent(me -> where.put(SEEN_BY, Map.of("me", me)));
        after.ifPresent(last -> where.put(
                "(i.opened_at, i.id) < (:lastAt, :lastId)", Map.of("lastAt", last.openedAt(), "lastId", last.id())));
        var query = tx.handle()
                .createQuery(InteractionRow.SELECT
                        + (where.isEmpty() ? "" : "WHERE " + String.join(" AND ", where.keySet()))
                        + " ORDER BY i.opened_at DESC, i.id DESC LIMIT :limit")
                .bind("limit", limit);
        where.values().forEach(query::bindMap);
        return query.mapTo(InteractionRow.class)
                .map(InteractionRow::interaction)
                .list();
    }

    boolean sees(Tx tx, Sight sight, InteractionId id) {
        var query = tx.handle()
                .createQuery("SELECT EXISTS (SELECT FROM interaction i WHERE i.id = :id"
                        + (sight.only().isPresent() ? " AND " + SEEN_BY : "") + ")")
                .bind("id", id);
        sight.only().ifPresent(me -> query.bind("me", me));
        return query.mapTo(Boolean.class).one();
    }
}
