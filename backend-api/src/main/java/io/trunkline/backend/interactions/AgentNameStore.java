package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What agents are called, for stories that know them by their ids.
final class AgentNameStore {
    Map<AgentId, String> of(Tx tx, Set<AgentId> agents) {
        var names = new HashMap<AgentId, String>();
        if (!agents.isEmpty()) {
            tx.handle()
                    .createQuery("SELECT agent_id, name FROM agent_name WHERE agent_id IN (<agents>)")
                    .bindList("agents", agents)
                    .map((rs, _) -> Map.entry(new AgentId(rs.getObject("agent_id", UUID.class)), rs.getString("name")))
                    .forEach(each -> names.put(each.getKey(), each.getValue()));
        }
        return names;
    }
}
