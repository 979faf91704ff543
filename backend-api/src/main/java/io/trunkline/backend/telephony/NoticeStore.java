package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Sql;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The table `notice`. It takes in the notices of all tenants at once, as the system; they are applied tenant by
/// tenant.
final class NoticeStore {
    private static final String ADD = """
            insert into notice (tenant_id, token, kind, subject, body, received_at, due_at)
            select t, k, n, s, convert_to(b, 'UTF8'), r, r
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]::timestamptz[])
                 as a(t, k, n, s, b, r)
            on conflict do nothing""";
    private static final String APPLIED = "update notice set applied_at = ? where tenant_id = ? and id = ?";
    private static final String PARK = """
            update notice set attempts = attempts + 1, due_at = p.due, last_error = 'its subject is not known',
                   dead = p.dead and applied_at is null
            from unnest(?::bigint[], ?::text[]::timestamptz[], ?::boolean[]) as p (id, due, dead)
            where notice.tenant_id = ? and notice.id = p.id""";

    private static final String DUE = """
            select id, tenant_id, kind, subject, convert_from(body, 'UTF8') as body, received_at, attempts
            from notice where applied_at is null and not dead and due_at <= :now
            order by due_at limit :most""";
    private static final String TAKE = """
            select id, applied_at is null and not dead as open from notice
            where tenant_id = :tenant and id = any(:ids)
            for update skip locked""";

    /// A notice whose subject is not known, and when it comes again unless it is laid aside.
    record Parked(long id, Instant due, boolean dead) {}

    /// A notice that waits to be applied.
    record Waiting(
            long id, TenantId tenantId, String kind, String subject, String body, Instant receivedAt, int attempts) {}

    record Taken(long id, boolean open) {}

    /// A batch in one statement; what was told before is left out.
    static Sql add(List<Notice> notices) {
        return Sql.of(
                ADD,
                notices.stream().map(notice -> notice.tenant().value()).toArray(UUID[]::new),
                texts(notices, Notice::token),
                texts(notices, Notice::kind),
                texts(notices, Notice::subject),
                texts(notices, Notice::body),
                texts(notices, notice -> notice.receivedAt().toString()));
    }

    private static String[] texts(List<Notice> notices, Function<Notice, String> field) {
        return notices.stream().map(field).toArray(String[]::new);
    }

    /// Those that are due longest, in the order in which they came.
    List<Waiting> due(Handle handle, Instant now, int most) {
        var due = handle.createQuery(DUE)
                .bind("now", now)
                .bind("most", most)
                .mapTo(Waiting.class)
                .list();
        return due.stream().sorted(Comparator.comparingLong(Waiting::id)).toList();
    }

    /// Makes everything due that is put off.
    void due(Handle handle, Instant now) {
        handle.createUpdate("update notice set due_at = :now where applied_at is null and not dead and due_at > :now")
                .bind("now", now)
                .execute();
    }

    /// Makes some due of those that are put off.
    void due(Handle handle, Instant now, List<Long> ids) {
        handle.createUpdate("update notice set due_at = :now where id = any(:ids)")
                .bind("now", now)
                .bindArray("ids", Long.class, ids)
                .execute();
    }

    /// Keeps other nodes from applying the same notices; gives back those that nobody applies or has applied.
    ///
    /// Asked for with the condition of the index of open notices, PostgreSQL read all of these instead of the few.
    Set<Long> take(Tx tx, List<Waiting> notices) {
        var ids = notices.stream().map(Waiting::id).toList();
        var taken = tx.handle()
                .createQuery(TAKE)
                .bind("tenant", tx.tenant())
                .bindArray("ids", Long.class, ids)
                .mapTo(Taken.class)
                .list();
        return taken.stream().filter(Taken::open).map(Taken::id).collect(Collectors.toSet());
    }

    /// Lets notices come again later, or lays them aside, in one statement.
    void park(Tx tx, List<Parked> notices) {
        tx.later(Sql.of(
                PARK,
                notices.stream().map(Parked::id).toArray(Long[]::new),
                notices.stream().map(parked -> parked.due().toString()).toArray(String[]::new),
                notices.stream().map(Parked::dead).toArray(Boolean[]::new),
                tx.tenant().value()));
    }

    /// Goes with what the transaction asks next.
    void applied(Tx tx, long id) {
        tx.later(Sql.of(APPLIED, tx.now(), tx.tenant().value(), id));
    }

    /// Deletes notices that were applied before then, the oldest of them first; returns how many.
    int forget(Tx tx, Instant before, int most) {
        return tx.handle()
                .createUpdate("""
                        delete from notice where tenant_id = :tenant and id in (
                            select id from notice where tenant_id = :tenant and received_at < :before and applied_at < :before
                            order by id limit :most for update skip locked)""")
                .bind("tenant", tx.tenant())
                .bind("before", before)
                .bind("most", most)
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
