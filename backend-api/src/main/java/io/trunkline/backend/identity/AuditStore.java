package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.UserId;
import io.trunkline.model.identity.AuditEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All SQL of the audit log.
final class AuditStore {
    /// Where the chain ends.
    record Head(long sequence, String hash) {}

    private record Row(
            long sequence,
            Instant at,
            @Nullable UserId actor,
            @Nullable UserId onBehalfOf,
            String action,
            String subject,
            Jsonb detail,
            String previous,
            String hash) {
        AuditChain.Link link(Tx tx) {
            var facts = new HashMap<String, String>();
            Map<?, ?> kept = detail.as(Map.class);
            kept.forEach((name, value) -> facts.put(String.valueOf(name), String.valueOf(value)));
            return new AuditChain.Link(
                    new AuditChain.Row(tx.tenant(), sequence, at, actor, onBehalfOf, action, subject, facts),
                    previous,
                    hash);
        }
    }

    private record Listed(
            long sequence,
            Instant at,
            @Nullable String actor,
            @Nullable String onBehalfOf,
            String action,
            String subject,
            String hash) {
        AuditEntry entry() {
            return new AuditEntry(sequence, at, actor, onBehalfOf, action, subject, hash);
        }
    }

    /// The end of the chain, locked until the transaction ends, so that rows are appended one after the other.
    Head lockHead(Tx tx) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO audit_head (tenant_id, sequence, hash) VALUES (:tenant, 0, decode(:start, 'hex'))
                        ON CONFLICT (tenant_id) DO NOTHING
                        """)
                .bind("tenant", tx.tenant())
                .bind("start", AuditChain.START)
                .execute();
        return tx.handle()
                .createQuery("SELECT sequence, encode(hash, 'hex') AS hash FROM audit_head FOR UPDATE")
                .mapTo(Head.class)
                .one();
    }

    void append(Tx tx, AuditChain.Link link) {
        var row = link.row();
        tx.handle()
                .createUpdate("""
                        WITH head AS (UPDATE audit_head SET sequence = :sequence, hash = decode(:hash, 'hex'))
                        INSERT INTO audit (tenant_id, sequence, at, actor, on_behalf_of, action, subject, detail, previous, hash)
                        VALUES (:tenant, :sequence, :at, :actor, :behalf, :action, :subject, :detail,
                            decode(:previous, 'hex'), decode(:hash, 'hex'))
                        """)
                .bind("tenant", row.tenant())
                .bind("sequence", row.sequence())
                .bind("at", row.at())
                .bind("actor", row.actor())
                .bind("behalf", row.onBehalfOf())
                .bind("action", row.action())
                .bind("subject", row.subject())
                .bind("detail", Jsonb.of(row.detail()))
                .bind("previous", link.previous())
                .bind("hash", link.hash())
                .execute();
    }

    List<AuditChain.Link> links(Tx tx, long after, int limit) {
        return tx.handle()
                .createQuery("""
                        SELECT sequence, at, actor, on_behalf_of, action, subject, detail,
                            encode(previous, 'hex') AS previous, encode(hash, 'hex') AS hash
                        FROM audit WHERE sequence > :after ORDER BY sequence LIMIT :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Row.class)
                .map(row -> row.link(tx))
                .list();
    }

    /// Newest first.
    List<AuditEntry> page(Tx tx, long before, int limit) {
        return tx.handle()
                .createQuery("""
                        SELECT a.sequence, a.at, coalesce(u.name, a.actor::text) AS actor,
                            coalesce(b.name, a.on_behalf_of::text) AS on_behalf_of, a.action, a.subject, encode(a.hash, 'hex') AS hash
                        FROM audit a
                        LEFT JOIN app_user u ON u.tenant_id = a.tenant_id AND u.id = a.actor
                        LEFT JOIN app_user b ON b.tenant_id = a.tenant_id AND b.id = a.on_behalf_of
                        WHERE a.sequence < :before ORDER BY a.sequence DESC LIMIT :limit
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(Listed.class)
                .map(Listed::entry)
                .list();
    }
}
