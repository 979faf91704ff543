package io.trunkline.backend.platform.db;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Begins, commits and rolls back on one [Pool]; tells a lost database from a wrong statement.
final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int ATTEMPTS = 3;
    /// Deadlock, and failed serialisation.
    private static final Set<String> BROKEN_OFF = Set.of("40P01", "40001");
    private static final ScopedValue<Boolean> INSIDE = ScopedValue.newInstance();

    private final Jdbi jdbi;
    private final Reach reach;

    Transactions(Pool pool, Reach reach) {
        this.jdbi = JdbiSetup.on(pool);
        this.reach = reach;
    }

    <T> T run(Function<Handle, T> work) {
        if (INSIDE.isBound()) {
            throw new IllegalStateException(
                    "Already inside a transaction: pass its Tx on instead of opening a second.");
        }
        try (var handle = jdbi.open()) {
            return ScopedValue.where(INSIDE, true).call(() -> repeated(handle, work));
        }
    }

    /// PostgreSQL breaks off one of two transactions that wait for each other; begun anew, it finds the other done.
    private <T> T repeated(Handle handle, Function<Handle, T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transaction(handle, work);
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !brokenOff(e)) {
                    throw e;
                }
                LOG.info("A transaction was broken off in favour of another and begins anew");
            }
        }
    }

    private static boolean brokenOff(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && BROKEN_OFF.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private <T> T transaction(Handle handle, Function<Handle, T> work) {
        T result;
        try {
            handle.begin();
            result = work.apply(handle);
        } catch (Throwable e) {
            rollback(handle, e);
            throw translate(e, false);
        }
        try {
            handle.commit();
        } catch (RuntimeException e) {
            rollback(handle, e);
            throw translate(e, true);
        }
        reach.proven();
        return result;
    }

    private static void rollback(Handle handle, Throwable because) {
        try {
            handle.rollback();
        } catch (RuntimeException e) {
            because.addSuppressed(e);
        }
    }

    private RuntimeException translate(Throwable e, boolean atCommit) {
        if (e instanceof Error error) {
            throw error;
        }
        if (e instanceof DatabaseUnavailable already) {
            return already;
        }
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && lost(sql.getSQLState())) {
                if (gone(sql.getSQLState())) {
                    reach.lost(sql);
                }
                return new DatabaseUnavailable("The connection to PostgreSQL was lost.", e, atCommit);
            }
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }

    /// 53300 is too many connections, 25P03 a transaction that idled longer than a lease may last.
    private static boolean lost(@Nullable String state) {
        return gone(state) || "53300".equals(state) || "25P03".equals(state);
    }

    /// Class 08 is the connection itself, 57P0x a server that stops or starts.
    private static boolean gone(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }
}
