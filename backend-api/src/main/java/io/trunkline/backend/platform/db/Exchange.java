package io.trunkline.backend.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/// One transaction on its connection. Statements whose outcome nobody has asked for yet wait and go out together, the
/// last of them with the commit: the way to PostgreSQL and back costs more than most statements.
final class Exchange implements AutoCloseable {
    private static final Sql COMMIT = Sql.of("commit");
    private static final int MOST_WAITING = 32;
    private static final Map<List<String>, String> JOINED = new ConcurrentHashMap<>();

    private final Connection connection;
    private final Jdbi jdbi;
    private final List<Asked<?>> waiting = new ArrayList<>(8);
    private @Nullable Sql preface;
    private @Nullable Handle handle;

    /// `jdbi` opens its handles on the connection of the running exchange.
    Exchange(Connection connection, Jdbi jdbi) {
        this.connection = connection;
        this.jdbi = jdbi;
    }

    Connection connection() {
        return connection;
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    /// What goes before the first statement, if there is one.
    void preface(Sql sql) {
        preface = sql;
    }

    /// JDBI, once what waits is sent, so that nothing is overtaken.
    Handle handle() {
        begun();
        send();
        var open = handle;
        if (open == null) {
            open = jdbi.open();
            handle = open;
        }
        return open;
    }

    /// The number of rows that are changed.
    Later<Integer> change(Sql sql) {
        return add(new Asked<>(sql, PreparedStatement::getUpdateCount));
    }

    /// The first row.
    <T> Later<Optional<T>> first(Sql sql, Tx.RowReader<T> reader) {
        return add(new Asked<>(sql, statement -> {
            try (var rows = statement.getResultSet()) {
                return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
            }
        }));
    }

    private <T> Later<T> add(Asked<T> asked) {
        if (waiting.size() >= MOST_WAITING) {
            send();
        }
        begun();
        waiting.add(asked);
        return new Later<>(this::send, () -> asked.answer);
    }

    private void begun() {
        var first = preface;
        if (first != null) {
            preface = null;
            waiting.add(new Asked<>(first, PreparedStatement::getUpdateCount));
        }
    }

    void send() {
        if (!waiting.isEmpty()) {
            var all = new ArrayList<>(waiting);
            waiting.clear();
            send(all);
        }
    }

    /// Commits, in the same message as what still waits.
    void commit() throws SQLException {
        if (!waiting.isEmpty() && !failed()) {
            waiting.add(new Asked<>(COMMIT, PreparedStatement::getUpdateCount));
        }
        send();
        // after a commit that was sent along, this only tells the driver
        connection.commit();
        connection.setAutoCommit(true);
    }

    /// A transaction in which a statement has failed is refused by the driver's own commit, not by PostgreSQL's.
    private boolean failed() throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
    }

    void rollback() throws SQLException {
        waiting.clear();
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Override
    public void close() {
        var open = handle;
        if (open != null) {
            open.close();
        }
    }

    private void send(List<Asked<?>> all) {
        var sql = joined(all);
        try (var statement = connection.prepareStatement(sql)) {
            var place = 1;
            for (var asked : all) {
                place = asked.sql.bind(statement, place);
            }
            statement.execute();
            for (var at = 0; at < all.size(); at++) {
                if (at > 0) {
                    statement.getMoreResults();
                }
                all.get(at).answered(statement);
            }
        } catch (SQLException e) {
            throw new StatementFailed(sql, e);
        }
    }

    private static String joined(List<Asked<?>> all) {
        if (all.size() == 1) {
            return all.getFirst().sql.text();
        }
        var texts = new ArrayList<String>(all.size());
        all.forEach(asked -> texts.add(asked.sql.text()));
        var known = JOINED.get(texts);
        return known != null ? known : JOINED.computeIfAbsent(texts, each -> String.join(";\n", each));
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(PreparedStatement statement) throws SQLException;
    }

    private static final class Asked<T> {
        private final Sql sql;
        private final Reader<T> reader;
        private @Nullable T answer;

        Asked(Sql sql, Reader<T> reader) {
            this.sql = sql;
            this.reader = reader;
        }

        void answered(PreparedStatement statement) throws SQLException {
            answer = reader.read(statement);
        }
    }
}
