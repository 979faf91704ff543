package io.trunkline.launcher.kill;

import io.trunkline.launcher.Plan;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A look at the database from the side, by the administrator, whom row-level security does not concern.
final class Sql implements AutoCloseable {
    private final Connection connection;

    /// One row; fields as text, empty where there is no value.
    record Row(List<String> fields) {
        String field(int at) {
            return fields.get(at);
        }
    }

    Sql(Plan plan) {
        try {
            connection = DriverManager.getConnection(plan.databaseUrl() + "&ApplicationName=aside");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized List<Row> rows(String sql, Object... parameters) {
        try (var statement = prepared(sql, parameters);
                var found = statement.executeQuery()) {
            var rows = new ArrayList<Row>();
            var columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                var fields = new ArrayList<String>();
                for (var at = 1; at <= columns; at++) {
                    var field = found.getString(at);
                    fields.add(field == null ? "" : field);
                }
                rows.add(new Row(List.copyOf(fields)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    List<String> column(String sql, Object... parameters) {
        return rows(sql, parameters).stream().map(row -> row.field(0)).toList();
    }

    long number(String sql, Object... parameters) {
        return Long.parseLong(rows(sql, parameters).getFirst().field(0));
    }

    /// Keeps every transaction that tells of something from going on, until [#letGo].
    synchronized void stopTransactionsThatTell() {
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table outbox in share mode");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized void letGo() {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var at = 0; at < parameters.length; at++) {
            statement.setObject(at + 1, parameters[at]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
