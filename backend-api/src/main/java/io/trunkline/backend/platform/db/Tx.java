package io.trunkline.backend.platform.db;

import io.trunkline.model.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// One transaction of one tenant, passed to every feature that takes part in it.
public final class Tx {
    private final Handle handle;
    private final TenantId tenant;
    private final Instant now;
    private final List<Runnable> afterCommit = new ArrayList<>(2);

    Tx(Handle handle, TenantId tenant, Instant now) {
        this.handle = handle;
        this.tenant = tenant;
        this.now = now;
    }

    /// For stores only.
    public Handle handle() {
        return handle;
    }

    public TenantId tenant() {
        return tenant;
    }

    /// The instant of this transaction, the same at every call, in the microseconds that PostgreSQL keeps.
    public Instant now() {
        return now;
    }

    /// Runs once the transaction is committed, never when it is rolled back. It must be quick and must not fail:
    /// it wakes somebody, it does not work.
    public void afterCommit(Runnable wake) {
        afterCommit.add(wake);
    }

    List<Runnable> wakes() {
        return afterCommit;
    }
}
