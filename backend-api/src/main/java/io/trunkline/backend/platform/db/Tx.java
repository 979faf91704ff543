package io.trunkline.backend.platform.db;

import io.trunkline.model.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// One transaction of one tenant, passed to every feature that takes part in it.
public final class Tx {
    private final Exchange exchange;
    private final TenantId tenant;
    private final Instant now;
    private final List<Runnable> beforeCommit = new ArrayList<>(1);
    private final List<Runnable> afterCommit = new ArrayList<>(2);
    private final Map<Class<?>, Object> baskets = new HashMap<>(2);

    Tx(Exchange exchange, TenantId tenant, Instant now) {
        this.exchange = exchange;
        this.tenant = tenant;
        this.now = now;
    }

    /// For stores only. What [#later], [#count] and [#first] left waiting is sent before.
    public Handle handle() {
        return exchange.handle();
    }

    /// Has a statement run whose outcome nobody needs: it goes with the next that somebody waits for, or with the
    /// commit, in order. Should it fail, the transaction fails.
    public void later(Sql sql) {
        exchange.change(sql);
    }

    /// Has a statement run; how many rows it changed is known once it is asked for.
    public Later<Integer> count(Sql sql) {
        return exchange.change(sql);
    }

    /// Has a query run; its first row is known once it is asked for.
    public <T> Later<Optional<T>> first(Sql sql, RowReader<T> reader) {
        return exchange.first(sql, reader);
    }

    /// Reads one row.
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
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

    /// The basket of this type, one per transaction: made at its first use and emptied by `flush` just before the
    /// commit. So that what many callers write one by one goes to the database at once.
    public <B> B gather(Class<B> type, Supplier<B> first, Consumer<B> flush) {
        var basket = baskets.get(type);
        if (basket == null) {
            var made = first.get();
            baskets.put(type, made);
            beforeCommit.add(() -> flush.accept(made));
            basket = made;
        }
        return type.cast(basket);
    }

    void flush() {
        beforeCommit.forEach(Runnable::run);
    }

    List<Runnable> wakes() {
        return afterCommit;
    }
}
