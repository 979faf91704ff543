package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/// Tells who remembers a user's rights that they changed, once the change is committed.
final class Revocations {
    private final List<BiConsumer<TenantId, UserId>> listeners = new CopyOnWriteArrayList<>();

    void listen(BiConsumer<TenantId, UserId> listener) {
        listeners.add(listener);
    }

    void after(Tx tx, UserId user) {
        var tenant = tx.tenant();
        tx.afterCommit(() -> listeners.forEach(listener -> listener.accept(tenant, user)));
    }
}
