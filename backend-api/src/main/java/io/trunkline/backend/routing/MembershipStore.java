package io.trunkline.backend.routing;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.QueueId;
import io.trunkline.model.SkillId;
import java.util.List;
import java.util.Map;

/// Which queues and skills are whose.
final class MembershipStore {
    void queues(Tx tx, AgentId agent, List<QueueId> queues) {
        delete(tx, "DELETE FROM queue_agent WHERE agent_id = :agent", agent);
        for (var queue : queues) {
            tx.handle()
                    .createUpdate(
                            "INSERT INTO queue_agent (tenant_id, queue_id, agent_id) VALUES (:tenant, :queue, :agent)")
                    .bind("tenant", tx.tenant())
                    .bind("queue", queue)
                    .bind("agent", agent)
                    .execute();
        }
    }

    void skills(Tx tx, AgentId agent, Map<SkillId, Integer> levels) {
        delete(tx, "DELETE FROM agent_skill WHERE agent_id = :agent", agent);
        levels.forEach((skill, level) -> tx.handle()
                .createUpdate("""
                        INSERT INTO agent_skill (tenant_id, agent_id, skill_id, level) VALUES (:tenant, :agent, :skill, :level)
                        """)
                .bind("tenant", tx.tenant())
                .bind("agent", agent)
                .bind("skill", skill)
                .bind("level", level)
                .execute());
    }

    private static void delete(Tx tx, String sql, AgentId agent) {
        tx.handle().createUpdate(sql).bind("agent", agent).execute();
    }
}
