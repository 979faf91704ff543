package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.QueueId;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import io.trunkline.model.queue.QueueRef;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// All SQL of tenants, and what [io.trunkline.model.identity.Me] shows of queues and skills.
final class TenantStore {
    /// A tenant as its people see it.
    record Tenant(TenantId tenantId, String name, String timeZone) {
        ZoneId zone() {
            return ZoneId.of(timeZone);
        }
    }

    Optional<TenantId> byKey(Handle system, String key) {
        return system.createQuery("SELECT tenant_id FROM tenant WHERE key = :key")
                .bind("key", key)
                .mapTo(TenantId.class)
                .findOne();
    }

    List<TenantId> all(Handle system) {
        return system.createQuery("SELECT tenant_id FROM tenant ORDER BY created_at, tenant_id")
                .mapTo(TenantId.class)
                .list();
    }

    /// False when the key is taken.
    boolean add(Tx tx, NewTenant tenant) {
        return tx.handle()
                        .createUpdate("""
                        INSERT INTO tenant (tenant_id, key, name, time_zone, country) VALUES (:id, :key, :name, :zone, :country)
                        ON CONFLICT (key) DO NOTHING
                        """)
                        .bind("id", tx.tenant())
                        .bind("key", tenant.key())
                        .bind("name", tenant.name())
                        .bind("zone", tenant.zone().getId())
                        .bind("country", tenant.country())
                        .execute()
                == 1;
    }

    Tenant read(Tx tx) {
        return tx.handle()
                .createQuery("SELECT tenant_id, name, time_zone FROM tenant")
                .mapTo(Tenant.class)
                .one();
    }

    List<QueueRef> queues(Tx tx, UserId user) {
        return tx.handle()
                .createQuery("""
                        SELECT q.queue_id, q.name FROM agent_queue a
                        JOIN queue_name q ON q.tenant_id = a.tenant_id AND q.queue_id = a.queue_id
                        WHERE a.agent_id = :user AND q.active ORDER BY q.name
                        """)
                .bind("user", user)
                .map((rows, at) -> new QueueRef(QueueId.of(rows.getString("queue_id")), rows.getString("name")))
                .list();
    }

    Map<String, Integer> skills(Tx tx, UserId user) {
        var skills = new LinkedHashMap<String, Integer>();
        tx.handle()
                .createQuery("SELECT name, level FROM agent_skill_level WHERE agent_id = :user ORDER BY name")
                .bind("user", user)
                .map((rows, _) -> Map.entry(rows.getString("name"), rows.getInt("level")))
                .forEach(skill -> skills.put(skill.getKey(), skill.getValue()));
        return skills;
    }
}
