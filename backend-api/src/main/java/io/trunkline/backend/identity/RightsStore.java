package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.QueueId;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.identity.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Reads what a user may do, in one statement, and writes what stands behind roles.
final class RightsStore {
    private record Row(
            boolean active, int tokenEpoch, boolean sessionOver, Jsonb roles, Jsonb permissions, Jsonb queues) {
        Rights rights() {
            return new Rights(
                    active,
                    tokenEpoch,
                    sessionOver,
                    Set.of(roles.as(Role[].class)),
                    Set.of(permissions.as(Permission[].class)),
                    Set.of(queues.as(QueueId[].class)));
        }
    }

    private record Epoch(TenantId tenant, UserId user, int epoch) {}

    Optional<Rights> read(Tx tx, UserId user, UUID session) {
        return tx.handle()
                .createQuery("""
                        SELECT u.active, u.token_epoch,
                            EXISTS (SELECT FROM refresh_token t WHERE t.family = :session AND t.revoked_at IS NOT NULL) AS session_over,
                            (SELECT coalesce(jsonb_agg(role), '[]') FROM user_role r WHERE r.user_id = u.id) AS roles,
                            (SELECT coalesce(jsonb_agg(DISTINCT p.permission), '[]') FROM user_role r
                                JOIN role_permission p ON p.tenant_id = r.tenant_id AND p.role = r.role
                                WHERE r.user_id = u.id) AS permissions,
                            (SELECT coalesce(jsonb_agg(q.queue_id), '[]') FROM agent_queue q WHERE q.agent_id = u.id) AS queues
                        FROM app_user u WHERE u.id = :user
                        """)
                .bind("user", user)
                .bind("session", session)
                .mapTo(Row.class)
                .map(Row::rights)
                .findOne();
    }

    /// The token epochs of these users; a disabled one has none.
    Map<SocketWatch.Watched, Integer> epochs(Handle system, List<SocketWatch.Watched> users) {
        var epochs = new HashMap<SocketWatch.Watched, Integer>();
        system.createQuery("""
                        SELECT u.tenant_id AS tenant, u.id AS "user", u.token_epoch AS epoch
                        FROM unnest(:tenants, :users) AS w(tenant_id, id)
                        JOIN app_user u ON u.tenant_id = w.tenant_id AND u.id = w.id
                        WHERE u.active
                        """)
                .bindArray(
                        "tenants",
                        UUID.class,
                        users.stream().map(who -> who.tenant().value()).toList())
                .bindArray(
                        "users",
                        UUID.class,
                        users.stream().map(who -> who.user().value()).toList())
                .mapTo(Epoch.class)
                .forEach(row -> epochs.put(new SocketWatch.Watched(row.tenant(), row.user()), row.epoch()));
        return epochs;
    }

    Set<Permission> of(Tx tx, Role role) {
        return Set.copyOf(tx.handle()
                .createQuery("SELECT permission FROM role_permission WHERE role = :role")
                .bind("role", role.name())
                .mapTo(Permission.class)
                .list());
    }

    void revoke(Tx tx, Role role, Permission permission) {
        tx.handle()
                .createUpdate("DELETE FROM role_permission WHERE role = :role AND permission = :permission")
                .bind("role", role.name())
                .bind("permission", permission.name())
                .execute();
    }

    void grant(Tx tx, Role role, Permission permission) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO role_permission (tenant_id, role, permission) VALUES (:tenant, :role, :permission)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("tenant", tx.tenant())
                .bind("role", role.name())
                .bind("permission", permission.name())
                .execute();
    }
}
