package io.trunkline.backend.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionFactory;
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
    private static final ScopedValue<Exchange> RUNNING = ScopedValue.newInstance();

    private final Pool pool;
    private final Jdbi jdbi = JdbiSetup.on(new Borrowed());
    private final Reach reach;

    Transactions(Pool pool, Reach reach) {
        this.pool = pool;
        this.reach = reach;
    }

    <T> T run(Function<Exchange, T> work) {
        if (RUNNING.isBound()) {
            throw new IllegalStateException(
                    "Already inside a transaction: pass its Tx on instead of opening a second.");
        }
        var connection = pool.openConnection();
        try (var exchange = new Exchange(connection, jdbi)) {
            return ScopedValue.where(RUNNING, exchange).call(() -> repeated(exchange, work));
        } finally {
            pool.closeConnection(connection);
        }
    }

    /// PostgreSQL breaks off one of two transactions that wait for each other; begun anew, it finds the other done.
    private <T> T repeated(Exchange exchange, Function<Exchange, T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transaction(exchange, work);
            } catch (JdbiException | StatementFailed e) {
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

    private <T> T transaction(Exchange exchange, Function<Exchange, T> work) {
        T result;
        try {
            exchange.begin();
            result = work.apply(exchange);
        } catch (Throwable e) {
            rollback(exchange, e);
            throw translate(e, false);
        }
        try {
            exchange.commit();
        } catch (RuntimeException | SQLException e) {
            rollback(exchange, e);
            throw translate(e, true);
        }
        reach.proven();
        return result;
    }

    private static void rollback(Exchange exchange, Throwable because) {
        try {
            exchange.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /// JDBI's handles are opened on the connection of the running transaction and leave it open.
    private static final class Borrowed implements ConnectionFactory {
        @Override
        public Connection openConnection() {
            return RUNNING.get().connection();
        }

        @Override
        public void closeConnection(Connection connection) {
            // whoever took it gives it back
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
