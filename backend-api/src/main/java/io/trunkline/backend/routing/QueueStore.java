package io.trunkline.backend.routing;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.QueueId;
import io.trunkline.model.SkillId;
import io.trunkline.model.queue.Queue;
import io.trunkline.model.queue.Skill;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// All SQL of queues and skills.
final class QueueStore {
    /// False when the name is taken.
    boolean insert(Tx tx, Queue queue) {
        return tx.handle()
                        .createUpdate("""
                        INSERT INTO queue (tenant_id, id, name, priority, offer_seconds, wrap_up_seconds,
                            service_level_seconds, max_waiting, disposition_required, paused)
                        VALUES (:tenant, :id, :name, :priority, :offer, :wrapUp, :level, :most, :required, :paused)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("tenant", tx.tenant())
                        .bind("id", queue.id())
                        .bind("name", queue.name())
                        .bind("priority", queue.priority())
                        .bind("offer", queue.offerSeconds())
                        .bind("wrapUp", queue.wrapUpSeconds())
                        .bind("level", queue.serviceLevelSeconds())
                        .bind("most", queue.maxWaiting())
                        .bind("required", queue.dispositionRequired())
                        .bind("paused", queue.paused())
                        .execute()
                == 1;
    }

    /// False when another queue has the name.
    boolean update(Tx tx, Queue queue) {
        return tx.handle()
                        .createUpdate("""
                        UPDATE queue SET name = :name, priority = :priority, offer_seconds = :offer,
                            wrap_up_seconds = :wrapUp, service_level_seconds = :level, max_waiting = :most,
                            disposition_required = :required, paused = :paused
                        WHERE id = :id AND NOT EXISTS (SELECT 1 FROM queue o WHERE o.name = :name AND o.id <> :id)
                        """)
                        .bind("id", queue.id())
                        .bind("name", queue.name())
                        .bind("priority", queue.priority())
                        .bind("offer", queue.offerSeconds())
                        .bind("wrapUp", queue.wrapUpSeconds())
                        .bind("level", queue.serviceLevelSeconds())
                        .bind("most", queue.maxWaiting())
                        .bind("required", queue.dispositionRequired())
                        .bind("paused", queue.paused())
                        .execute()
                == 1;
    }

    /// Makes `levels` (skill to level) what the queue needs.
    void needs(Tx tx, QueueId queue, Map<SkillId, Integer> levels) {
        tx.handle()
                .createUpdate("DELETE FROM queue_skill WHERE queue_id = :queue")
                .bind("queue", queue)
                .execute();
        levels.forEach((skill, level) -> tx.handle()
                .createUpdate("""
                        INSERT INTO queue_skill (tenant_id, queue_id, skill_id, level) VALUES (:tenant, :queue, :skill, :level)
                        """)
                .bind("tenant", tx.tenant())
                .bind("queue", queue)
                .bind("skill", skill)
                .bind("level", level)
                .execute());
    }

    List<Queue> all(Tx tx) {
        var skills = skillsOfQueues(tx);
        return tx.handle()
                .createQuery("SELECT * FROM queue WHERE active ORDER BY name, id")
                .map((rs, _) -> queue(rs, skills))
                .list();
    }

    Optional<Queue> find(Tx tx, QueueId id) {
        var skills = skillsOfQueues(tx);
        return tx.handle()
                .createQuery("SELECT * FROM queue WHERE id = :id AND active")
                .bind("id", id)
                .map((rs, _) -> queue(rs, skills))
                .findOne();
    }

    /// False when the name is taken.
    boolean insertSkill(Tx tx, Skill skill) {
        return tx.handle()
                        .createUpdate(
                                "INSERT INTO skill (tenant_id, id, name) VALUES (:tenant, :id, :name) ON CONFLICT DO NOTHING")
                        .bind("tenant", tx.tenant())
                        .bind("id", skill.id())
                        .bind("name", skill.name())
                        .execute()
                == 1;
    }

    List<Skill> skills(Tx tx) {
        return tx.handle()
                .createQuery("SELECT id, name FROM skill ORDER BY name")
                .map((rs, _) -> new Skill(new SkillId(rs.getObject("id", UUID.class)), rs.getString("name")))
                .list();
    }

    private static Map<UUID, Map<String, Integer>> skillsOfQueues(Tx tx) {
        var levels = new HashMap<UUID, Map<String, Integer>>();
        tx.handle()
                .createQuery("""
                        SELECT n.queue_id, s.name, n.level FROM queue_skill n
                        JOIN skill s ON s.tenant_id = n.tenant_id AND s.id = n.skill_id
                        """)
                .map((rs, _) -> levels.computeIfAbsent(rs.getObject("queue_id", UUID.class), _ -> new HashMap<>())
                        .put(rs.getString("name"), rs.getInt("level")))
                .list();
        return levels;
    }

    private static Queue queue(ResultSet rs, Map<UUID, Map<String, Integer>> skills) throws SQLException {
        var id = rs.getObject("id", UUID.class);
        return new Queue(
                new QueueId(id),
                rs.getString("name"),
                rs.getInt("priority"),
                skills.getOrDefault(id, Map.of()),
                rs.getInt("offer_seconds"),
                rs.getInt("wrap_up_seconds"),
                rs.getInt("service_level_seconds"),
                rs.getInt("max_waiting"),
                rs.getBoolean("disposition_required"),
                rs.getBoolean("paused"));
    }
}
