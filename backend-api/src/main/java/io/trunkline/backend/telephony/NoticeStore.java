package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The table `notice`. It takes in the notices of all tenants at once, as the system; they are applied tenant by
/// tenant.
final class NoticeStore {
    /// A notice that waits to be applied.
    record Waiting(
            long id, TenantId tenantId, String kind, String subject, String body, Instant receivedAt, int attempts) {}

    /// Takes in a batch with one statement; what was told before is left out.
    void add(Handle handle, List<Notice> notices) {
        handle.createUpdate("""
                        insert into notice (tenant_id, token, kind, subject, body, received_at, due_at)
                        select t, k, n, s, convert_to(b, 'UTF8'), r, r
                        from unnest(:tenants, :tokens, :kinds, :subjects, :bodies, cast(:received as timestamptz[]))
                             as a(t, k, n, s, b, r)
                        on conflict do nothing""")
                .bindArray(
                        "tenants",
                        UUID.class,
                        array(notices, notice -> notice.tenant().value()))
                .bindArray("tokens", String.class, array(notices, Notice::token))
                .bindArray("kinds", String.class, array(notices, Notice::kind))
                .bindArray("subjects", String.class, array(notices, Notice::subject))
                .bindArray("bodies", String.class, array(notices, Notice::body))
                .bindArray(
                        "received",
                        String.class,
                        array(notices, notice -> notice.receivedAt().toString()))
                .execute();
    }

    private static List<Object> array(List<Notice> notices, Function<Notice, Object> field) {
        return notices.stream().map(field).toList();
    }

    List<Waiting> due(Handle handle, Instant now, int most) {
        return handle.createQuery("""
                        select id, tenant_id, kind, subject, convert_from(body, 'UTF8') as body, received_at, attempts from notice
                        where applied_at is null and not dead and due_at <= :now order by id limit :most""")
                .bind("now", now)
                .bind("most", most)
                .mapTo(Waiting.class)
                .list();
    }

    /// Keeps another node from applying the same notice; false when it is applied or being applied already.
    boolean take(Tx tx, long id) {
        return tx.handle()
                .createQuery("""
                        select id from notice where tenant_id = :tenant and id = :id and applied_at is null and not dead
                        for update skip locked""")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    void applied(Tx tx, long id) {
        tx.handle()
                .createUpdate("update notice set applied_at = :now where tenant_id = :tenant and id = :id")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .bind("now", tx.now())
                .execute();
    }

    void putOff(Tx tx, long id, Instant due, String reason, boolean dead) {
        tx.handle()
                .createUpdate("""
                        update notice set attempts = attempts + 1, due_at = :due, last_error = :reason, dead = :dead
                        where tenant_id = :tenant and id = :id""")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .bind("due", due)
                .bind("reason", reason)
                .bind("dead", dead)
                .execute();
    }
}
