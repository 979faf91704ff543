package io.trunkline.backend.routing;

import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.QueueId;
import io.trunkline.model.SkillId;
import io.trunkline.model.presence.PresenceState;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Agents as routing sees them: presence with queues, skills and capacity.
final class AgentStore {
    private static final String AGENTS = """
            select p.agent_id, p.state, p.wish_state, p.connected, p.idle_since,
                   exists (select from occupation u
                           where u.tenant_id = p.tenant_id and u.agent_id = p.agent_id) as occupied,
                   coalesce((select array_agg(a.queue_id) from queue_agent a
                             where a.tenant_id = p.tenant_id and a.agent_id = p.agent_id), '{}') as queues,
                   coalesce((select jsonb_object_agg(s.skill_id, s.level) from agent_skill s
                             where s.tenant_id = p.tenant_id and s.agent_id = p.agent_id), '{}') as skills,
                   coalesce((select jsonb_object_agg(c.channel, c.slots) from agent_capacity c
                             where c.tenant_id = p.tenant_id and c.agent_id = p.agent_id), '{}') as slots
            from agent_presence p where p.tenant_id = :tenant""";

    private final RoutingConfig config;

    AgentStore(RoutingConfig config) {
        this.config = config;
    }

    public record Row(
            AgentId agentId,
            PresenceState state,
            @Nullable PresenceState wishState,
            boolean connected,
            Instant idleSince,
            boolean occupied,
            List<UUID> queues,
            Jsonb skills,
            Jsonb slots) {
        /// An agent at work is offered more as far as their slots go, unless they wish to leave after it.
        boolean offerable() {
            var wants = wishState == null || wishState == PresenceState.AVAILABLE;
            return connected
                    && !occupied
                    && switch (state) {
                        case AVAILABLE -> true;
                        case RESERVED, ENGAGED, WRAP_UP -> wants;
                        case AWAY, OFFLINE -> false;
                    };
        }

        private Set<QueueId> queueIds() {
            var ids = new HashSet<QueueId>();
            queues.forEach(id -> ids.add(new QueueId(id)));
            return ids;
        }
    }

    List<Row> all(Tx tx) {
        return tx.handle()
                .createQuery(AGENTS + " order by p.idle_since, p.agent_id")
                .bind("tenant", tx.tenant())
                .mapTo(Row.class)
                .list();
    }

    List<Row> of(Tx tx, Collection<AgentId> agents) {
        return tx.handle()
                .createQuery(AGENTS + " and p.agent_id = any(:ids) order by p.idle_since, p.agent_id")
                .bind("tenant", tx.tenant())
                .bindArray(
                        "ids", UUID.class, agents.stream().map(AgentId::value).toList())
                .mapTo(Row.class)
                .list();
    }

    Standing standing(Row row, long version) {
        return new Standing(
                row.agentId(),
                version,
                row.offerable(),
                Times.micros(row.idleSince()),
                row.queueIds(),
                skills(row.skills()),
                slots(row.slots()));
    }

    private static Map<SkillId, Integer> skills(Jsonb json) {
        var skills = new HashMap<SkillId, Integer>();
        json.as(Levels.class).forEach((skill, level) -> skills.put(SkillId.of(skill), level));
        return skills;
    }

    private Map<Channel, Integer> slots(Jsonb json) {
        var slots = new EnumMap<>(config.slots());
        json.as(Levels.class).forEach((channel, most) -> slots.put(Channel.valueOf(channel), most));
        return slots;
    }

    private static final class Levels extends HashMap<String, Integer> {
        private static final long serialVersionUID = 1L;
    }
}
