package io.trunkline.backend.inbox;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The inbox's pages of threads and of found messages for the bench: each by the product's own store, in a transaction
/// of its own, as a request asks for them.
public final class InboxPages {
    private final Database database;
    private final TenantId tenant;
    private final int size;
    private final ThreadStore threads = new ThreadStore();
    private final MessageStore messages = new MessageStore();

    /// Where a page ended.
    public record Cursor(Instant at, UUID id) {}

    public InboxPages(Database database, TenantId tenant, int size) {
        this.database = database;
        this.tenant = tenant;
        this.size = size;
    }

    public List<Cursor> threads(@Nullable Cursor after) {
        var wanted = new ThreadStore.Filter(null, false, at(after), id(after), size);
        var found = database.inTenant(tenant, tx -> threads.list(tx, wanted));
        return found.stream()
                .map(each -> new Cursor(each.lastAt(), each.id().value()))
                .toList();
    }

    public List<Cursor> search(String words, @Nullable Cursor after) {
        var found = database.inTenant(tenant, tx -> messages.search(tx, words, at(after), id(after), size));
        return found.stream()
                .map(each -> new Cursor(each.at(), each.id().value()))
                .toList();
    }

    private static @Nullable Instant at(@Nullable Cursor after) {
        return after == null ? null : after.at();
    }

    private static @Nullable UUID id(@Nullable Cursor after) {
        return after == null ? null : after.id();
    }
}
