package io.trunkline.backend.platform.db;

import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.StartFault;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/// Every row of every tenant as it was at one moment, while the program goes on writing: one transaction that reads
/// repeatably, as the owner of the tables.
public final class Snapshot implements AutoCloseable {
    private final Server server;
    private final Connection connection;
    private final Catalogue catalogue;

    private Snapshot(Server server, Connection connection) {
        this.server = server;
        this.connection = connection;
        this.catalogue = new Catalogue(connection);
    }

    /// Opens the database as it is: nothing is migrated, so that a backup can be made before an upgrade.
    public static Snapshot of(DatabaseConfig config) {
        var server = Server.visiting(config);
        try {
            var connection = server.as(Role.OWNER).getConnection();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return new Snapshot(server, connection);
        } catch (SQLException e) {
            server.close();
            throw new StartFault(
                    "The database at %s cannot be read: %s".formatted(server.address(), e.getMessage()), e);
        }
    }

    /// As [#of], but nothing is started: nothing when the embedded PostgreSQL does not run.
    public static Optional<Snapshot> ofRunning(DatabaseConfig config) {
        return config.url().isPresent() || Glance.listening(config.embeddedPort())
                ? Optional.of(of(config))
                : Optional.empty();
    }

    /// The version of its schema.
    public String schema() {
        return ask(() -> Migrations.newest(Schema.done(connection).keySet()).toString());
    }

    public List<TableShape> tables() {
        return ask(catalogue::tables);
    }

    public Map<String, Long> sequences() {
        return ask(catalogue::sequences);
    }

    public List<LocalDate> eventMonths() {
        return ask(catalogue::eventMonths);
    }

    /// Writes the rows of a table in PostgreSQL's own binary form and says how many they are.
    public long copy(TableShape table, OutputStream to) throws IOException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select %s from %s) to stdout (format binary)"
                                    .formatted(table.quotedColumns(), table.quotedName()),
                            to);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The table %s cannot be read: %s".formatted(table.name(), e.getMessage()), e);
        }
    }

    /// Reads with a store's own SQL at the same moment.
    public void read(Consumer<Handle> store) {
        try (var handle = JdbiSetup.on(new Lent(connection)).open()) {
            store.accept(handle);
        }
    }

    @Override
    public void close() {
        try (server;
                connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The database was lost.", e);
        }
    }

    /// The one connection, which outlives its handles.
    private record Lent(Connection connection) implements ConnectionFactory {
        @Override
        public Connection openConnection() {
            return connection;
        }

        @Override
        public void closeConnection(Connection lent) {
            // The snapshot goes on with it.
        }
    }

    interface Question<T> {
        T ask() throws SQLException;
    }

    static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The database does not answer: " + e.getMessage(), e);
        }
    }
}
