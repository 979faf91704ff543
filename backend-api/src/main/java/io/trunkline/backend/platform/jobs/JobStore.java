package io.trunkline.backend.platform.jobs;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The table `job`. Time is the database's, as with leases.
final class JobStore {
    private final Database database;

    JobStore(Database database) {
        this.database = database;
    }

    static void add(Tx tx, UUID id, String kind, Optional<String> key, Jsonb payload, Instant due) {
        tx.handle()
                .createUpdate("""
                        insert into job (tenant_id, id, kind, key, payload, due_at, created_at)
                        values (:tenant, :id, :kind, :key, :payload, :due, :now)
                        on conflict (tenant_id, kind, key) where key is not null and state in ('READY', 'RUNNING') do nothing""")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .bind("kind", kind)
                .bind("key", key)
                .bind("payload", payload)
                .bind("due", due)
                .bind("now", tx.now())
                .execute();
    }

    List<Job> claim(String holder, Collection<String> kinds, Duration lock, int most) {
        return database.asSystem(handle -> handle.createQuery("""
                        update job j set state = 'RUNNING', locked_by = :holder, attempts = j.attempts + 1,
                               locked_until = clock_timestamp() + :lock::interval
                        from (select tenant_id, id from job
                              where state in ('READY', 'RUNNING') and due_at <= clock_timestamp() and kind = any(:kinds)
                                and (locked_until is null or locked_until < clock_timestamp())
                              order by due_at limit :most for update skip locked) due
                        where j.tenant_id = due.tenant_id and j.id = due.id
                        returning j.tenant_id as tenant, j.id, j.kind, j.payload, j.attempts as attempt""")
                .bind("holder", holder)
                .bind("lock", lock.toString())
                .bindArray("kinds", String.class, List.copyOf(kinds))
                .bind("most", most)
                .mapTo(Job.class)
                .list());
    }

    /// Keeps the jobs that are still running from being taken by another node.
    void keep(String holder, Duration lock) {
        database.doAsSystem(handle -> handle.execute(
                "update job set locked_until = clock_timestamp() + ?::interval where state = 'RUNNING' and locked_by = ?",
                lock.toString(),
                holder));
    }

    void done(Job job, String holder) {
        close(job, holder, "DONE", Duration.ZERO, null);
    }

    void again(Job job, String holder, Duration wait, String error) {
        close(job, holder, "READY", wait, error);
    }

    void dead(Job job, String holder, String error) {
        close(job, holder, "DEAD", Duration.ZERO, error);
    }

    /// Tenants that have finished jobs older than `age`.
    List<TenantId> tenantsWithDone(Duration age) {
        return database.asSystem(handle -> handle.createQuery(
                        "select distinct tenant_id from job where state = 'DONE' and due_at < clock_timestamp() - :age::interval")
                .bind("age", age.toString())
                .mapTo(TenantId.class)
                .list());
    }

    void forgetDone(TenantId tenant, Duration age) {
        database.doInTenant(
                tenant,
                tx -> tx.handle()
                        .execute(
                                "delete from job where tenant_id = ? and state = 'DONE' and due_at < clock_timestamp() - ?::interval",
                                tenant,
                                age.toString()));
    }

    // The attempt is part of the key: a node that was frozen and lost the job cannot close another node's attempt.
    private void close(Job job, String holder, String state, Duration wait, @Nullable String error) {
        database.doAsSystem(handle -> handle.createUpdate("""
                        update job set state = :state, due_at = clock_timestamp() + :wait::interval, last_error = :error,
                               locked_by = null, locked_until = null
                        where tenant_id = :tenant and id = :id and locked_by = :holder and attempts = :attempt""")
                .bind("state", state)
                .bind("wait", wait.toString())
                .bind("error", error)
                .bind("tenant", job.tenant())
                .bind("id", job.id())
                .bind("holder", holder)
                .bind("attempt", job.attempt())
                .execute());
    }
}
