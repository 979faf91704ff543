package io.trunkline.backend.routing;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import java.util.List;
import java.util.UUID;

/// The table `occupation`.
final class OccupationStore {
    void add(Tx tx, UUID by, AgentId agent) {
        tx.handle()
                .createUpdate("""
                        insert into occupation (tenant_id, by_id, agent_id, since) values (:tenant, :by, :agent, :now)
                        on conflict do nothing""")
                .bind("tenant", tx.tenant())
                .bind("by", by)
                .bind("agent", agent)
                .bind("now", tx.now())
                .execute();
    }

    /// Gives back whom it occupied.
    List<AgentId> drop(Tx tx, UUID by) {
        return tx.handle()
                .createQuery("delete from occupation where tenant_id = :tenant and by_id = :by returning agent_id")
                .bind("tenant", tx.tenant())
                .bind("by", by)
                .mapTo(AgentId.class)
                .list();
    }
}
