package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Cursor;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.Page;
import io.trunkline.model.identity.AuditEntry;
import io.trunkline.model.identity.Permission;

/// `/api/v1/audit`
final class AuditRoutes {
    private final AuditStore store = new AuditStore();
    private final Database database;

    AuditRoutes(Database database) {
        this.database = database;
    }

    void declare(Routes routes) {
        routes.get("/api/v1/audit")
                .needs(Permission.AUDIT_READ)
                .summary("Who did what, newest first")
                .returnsPage(AuditEntry.class)
                .to(this::list);
    }

    private Page<AuditEntry> list(Request request) {
        var paging = request.paging();
        var before = paging.after().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        var found = database.inTenant(request.tenant(), tx -> store.page(tx, before, paging.limit() + 1));
        if (found.size() <= paging.limit()) {
            return new Page<>(found, null);
        }
        var last = found.get(paging.limit() - 1);
        return new Page<>(
                found.subList(0, paging.limit()), Cursor.after(last.sequence()).text());
    }
}
