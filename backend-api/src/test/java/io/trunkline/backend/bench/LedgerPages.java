package io.trunkline.backend.bench;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.model.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Pages of threads and of found messages, each in a transaction of the application role, as a request would ask for
/// them.
final class LedgerPages {
    static final int SIZE = 50;

    /// Where a page ended.
    record Cursor(Instant at, UUID id) {}

    private final Database database;
    private final TenantId tenant;

    LedgerPages(Database database, TenantId tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    List<Cursor> threads(@Nullable Cursor after) {
        return page(after, """
                SELECT t.id, t.last_at AS at, t.preview, t.state, t.unread, c.name
                FROM thread t JOIN contact c ON c.tenant_id = t.tenant_id AND c.id = t.contact_id
                WHERE t.tenant_id = :tenant AND (t.last_at, t.id) < (:at, :id)
                ORDER BY t.last_at DESC, t.id DESC LIMIT :most
                """, "");
    }

    List<Cursor> search(String words, @Nullable Cursor after) {
        return page(after, """
                SELECT m.id, m.at, m.thread_id, m.text, m.author_name
                FROM message_find(:words, :at, :id, :most) f JOIN message m ON m.tenant_id = :tenant AND m.id = f.id
                ORDER BY m.at DESC, m.id DESC
                """, words);
    }

    private List<Cursor> page(@Nullable Cursor after, String sql, String words) {
        var from = after == null ? new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)) : after;
        return database.inTenant(tenant, tx -> {
            Query query = tx.handle().createQuery(sql);
            if (sql.contains(":words")) {
                query.bind("words", words);
            }
            return query.bind("tenant", tenant.value())
                    .bind("at", from.at().atOffset(ZoneOffset.UTC))
                    .bind("id", from.id())
                    .bind("most", SIZE)
                    .map((rows, _) -> cursor(rows))
                    .list();
        });
    }

    private static Cursor cursor(ResultSet rows) throws SQLException {
        return new Cursor(rows.getObject("at", OffsetDateTime.class).toInstant(), rows.getObject("id", UUID.class));
    }
}
