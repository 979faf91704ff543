package io.trunkline.backend.desktops;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Paging;
import io.trunkline.model.UserId;
import io.trunkline.model.desktop.SentDiagnostics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The table `diagnostics`.
final class DiagnosticsStore {
    private static final String SELECT = """
            select d.id, coalesce(u.name, d.sent_by::text) as by, d.program, d.at, length(d.zip) as bytes
            from diagnostics d left join agent_name u on u.tenant_id = d.tenant_id and u.agent_id = d.sent_by
            where d.tenant_id = :tenant""";
    private static final String BEFORE = """
             and (d.at, d.id) < (coalesce(cast(:at as timestamptz), 'infinity'),
                    coalesce(cast(:id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
            order by d.at desc, d.id desc limit :limit""";

    void add(Tx tx, UUID id, UserId by, String program, byte[] zip) {
        tx.handle()
                .createUpdate("insert into diagnostics (tenant_id, id, sent_by, program, at, zip)"
                        + " values (:tenant, :id, :by, :program, :now, :zip)")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .bind("by", by)
                .bind("program", program)
                .bind("now", tx.now())
                .bind("zip", zip)
                .execute();
    }

    /// Leaves no more than the newest ones of somebody.
    void keepNewest(Tx tx, UserId by, int most) {
        tx.handle()
                .createUpdate("""
                        delete from diagnostics where tenant_id = :tenant and sent_by = :by and id not in (
                            select id from diagnostics where tenant_id = :tenant and sent_by = :by
                            order by at desc, id desc limit :most)""")
                .bind("tenant", tx.tenant())
                .bind("by", by)
                .bind("most", most)
                .execute();
    }

    Optional<SentDiagnostics> find(Tx tx, UUID id) {
        return tx.handle()
                .createQuery(SELECT + " and d.id = :id")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .mapTo(SentDiagnostics.class)
                .findOne();
    }

    /// Newest first.
    List<SentDiagnostics> list(Tx tx, Paging paging) {
        return tx.handle()
                .createQuery(SELECT + BEFORE)
                .bind("tenant", tx.tenant())
                .bindByType(
                        "at", paging.after().map(cursor -> cursor.instant(0)).orElse(null), Instant.class)
                .bindByType("id", paging.after().map(cursor -> cursor.uuid(1)).orElse(null), UUID.class)
                .bind("limit", paging.limit())
                .mapTo(SentDiagnostics.class)
                .list();
    }

    Optional<byte[]> zip(Tx tx, UUID id) {
        return tx.handle()
                .createQuery("select zip from diagnostics where tenant_id = :tenant and id = :id")
                .bind("tenant", tx.tenant())
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne();
    }

    boolean delete(Tx tx, UUID id) {
        return tx.handle()
                        .createUpdate("delete from diagnostics where tenant_id = :tenant and id = :id")
                        .bind("tenant", tx.tenant())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /// Of every tenant, what came before `end`; returns how many.
    int forget(Database database, Instant end) {
        return database.asSystem(handle -> handle.createUpdate("delete from diagnostics where at < :end")
                .bind("end", end)
                .execute());
    }
}
