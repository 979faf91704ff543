package io.trunkline.backend.identity;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.QueueId;
import io.trunkline.model.UserId;
import io.trunkline.model.identity.Role;
import io.trunkline.model.identity.User;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All SQL of users and their teams.
final class UserStore {
    private static final String SELECT = """
            SELECT u.id, u.name, u.email, t.name AS team, u.active,
                (SELECT coalesce(jsonb_agg(role ORDER BY role), '[]') FROM user_role r WHERE r.user_id = u.id) AS roles,
                (SELECT coalesce(jsonb_agg(queue_id), '[]') FROM agent_queue q WHERE q.agent_id = u.id) AS queues,
                (SELECT coalesce(jsonb_object_agg(s.name, s.level), '{}') FROM agent_skill_level s WHERE s.agent_id = u.id) AS skills
            FROM app_user u LEFT JOIN team t ON t.tenant_id = u.tenant_id AND t.id = u.team_id
            """;

    private record Row(
            UserId id,
            String name,
            String email,
            @Nullable String team,
            boolean active,
            Jsonb roles,
            Jsonb queues,
            Jsonb skills) {
        User user() {
            return new User(
                    id,
                    name,
                    email,
                    Set.of(roles.as(Role[].class)),
                    team,
                    active,
                    List.of(queues.as(QueueId[].class)),
                    levels(skills));
        }
    }

    private static Map<String, Integer> levels(Jsonb skills) {
        var levels = new LinkedHashMap<String, Integer>();
        Map<?, ?> kept = skills.as(Map.class);
        kept.forEach((name, level) -> levels.put(String.valueOf(name), ((Number) level).intValue()));
        return levels;
    }

    Optional<Account> account(Tx tx, String email) {
        return tx.handle()
                .createQuery("""
                        SELECT id, name, password_hash, active, token_epoch, one_time_until FROM app_user WHERE lower(email) = lower(:email)
                        """)
                .bind("email", email)
                .mapTo(Account.class)
                .findOne();
    }

    Optional<Account> account(Tx tx, UserId id) {
        return tx.handle().createQuery("""
                        SELECT id, name, password_hash, active, token_epoch, one_time_until FROM app_user WHERE id = :id
                        """).bind("id", id).mapTo(Account.class).findOne();
    }

    Optional<User> find(Tx tx, UserId id) {
        return tx.handle()
                .createQuery(SELECT + "WHERE u.id = :id")
                .bind("id", id)
                .mapTo(Row.class)
                .map(Row::user)
                .findOne();
    }

    /// By name, from the user after `after`.
    List<User> page(Tx tx, Optional<UserId> after, int limit) {
        return tx.handle()
                .createQuery(SELECT + """
                        WHERE :after::uuid IS NULL
                            OR (lower(u.name), u.id) > (SELECT lower(name), id FROM app_user WHERE id = :after::uuid)
                        ORDER BY lower(u.name), u.id LIMIT :limit
                        """)
                .bind("after", after.orElse(null))
                .bind("limit", limit)
                .mapTo(Row.class)
                .map(Row::user)
                .list();
    }

    /// False when the address belongs to somebody already.
    boolean add(Tx tx, UserId id, String email, String name, String passwordHash) {
        return tx.handle()
                        .createUpdate("""
                        INSERT INTO app_user (tenant_id, id, email, name, password_hash, created_at)
                        VALUES (:tenant, :id, :email, :name, :hash, :now) ON CONFLICT DO NOTHING
                        """)
                        .bind("tenant", tx.tenant())
                        .bind("id", id)
                        .bind("email", email)
                        .bind("name", name)
                        .bind("hash", passwordHash)
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    /// False when the password is not `before` any more.
    boolean password(Tx tx, UserId id, String before, String now) {
        return tx.handle()
                        .createUpdate(
                                "UPDATE app_user SET password_hash = :now WHERE id = :id AND password_hash = :before")
                        .bind("id", id)
                        .bind("before", before)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /// False when the password is not `before` any more, or was not one that is good once.
    boolean chosen(Tx tx, UserId id, String before, String now) {
        return tx.handle()
                        .createUpdate("""
                                UPDATE app_user SET password_hash = :now, one_time_until = NULL
                                WHERE id = :id AND password_hash = :before AND one_time_until IS NOT NULL
                                """)
                        .bind("id", id)
                        .bind("before", before)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /// Makes the user's password one that is good once, until then.
    void oneTime(Tx tx, UserId id, String hash, Instant until) {
        tx.handle()
                .createUpdate("UPDATE app_user SET password_hash = :hash, one_time_until = :until WHERE id = :id")
                .bind("id", id)
                .bind("hash", hash)
                .bind("until", until)
                .execute();
    }

    /// The first administrator, as long as they have not chosen a password.
    Optional<User> newcomer(Tx tx) {
        return tx.handle()
                .createQuery(SELECT + """
                        WHERE u.one_time_until IS NOT NULL AND u.active
                            AND EXISTS (SELECT FROM user_role r WHERE r.user_id = u.id AND r.role = 'ADMIN')
                        ORDER BY u.created_at, u.id LIMIT 1
                        """)
                .mapTo(Row.class)
                .map(Row::user)
                .findOne();
    }

    void rename(Tx tx, UserId id, String name) {
        tx.handle()
                .createUpdate("UPDATE app_user SET name = :name WHERE id = :id")
                .bind("id", id)
                .bind("name", name)
                .execute();
    }

    /// Puts the user into the team of this name, which is made when it is new; an empty name takes them out of theirs.
    void team(Tx tx, UserId id, String name) {
        if (!name.isEmpty()) {
            tx.handle()
                    .createUpdate(
                            "INSERT INTO team (tenant_id, id, name) VALUES (:tenant, :id, :name) ON CONFLICT DO NOTHING")
                    .bind("tenant", tx.tenant())
                    .bind("id", Ids.next())
                    .bind("name", name)
                    .execute();
        }
        tx.handle()
                .createUpdate("UPDATE app_user SET team_id = (SELECT id FROM team WHERE name = :name) WHERE id = :id")
                .bind("id", id)
                .bind("name", name)
                .execute();
    }

    void active(Tx tx, UserId id, boolean active) {
        tx.handle()
                .createUpdate("UPDATE app_user SET active = :active WHERE id = :id")
                .bind("id", id)
                .bind("active", active)
                .execute();
    }

    void roles(Tx tx, UserId id, Set<Role> roles) {
        tx.handle()
                .createUpdate("DELETE FROM user_role WHERE user_id = :id")
                .bind("id", id)
                .execute();
        for (var role : roles) {
            tx.handle()
                    .createUpdate("INSERT INTO user_role (tenant_id, user_id, role) VALUES (:tenant, :id, :role)")
                    .bind("tenant", tx.tenant())
                    .bind("id", id)
                    .bind("role", role.name())
                    .execute();
        }
    }

    /// Makes every access token given so far useless.
    void nextEpoch(Tx tx, UserId id) {
        tx.handle()
                .createUpdate("UPDATE app_user SET token_epoch = token_epoch + 1 WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /// Locks the tenant's administrators and counts those who can sign in.
    long administrators(Tx tx) {
        return tx.handle().createQuery("""
                        SELECT u.id FROM app_user u WHERE u.active
                            AND EXISTS (SELECT FROM user_role r WHERE r.user_id = u.id AND r.role = 'ADMIN')
                        ORDER BY u.id FOR UPDATE OF u
                        """).mapTo(UserId.class).stream().count();
    }
}
