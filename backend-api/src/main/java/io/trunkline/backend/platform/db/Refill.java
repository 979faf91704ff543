package io.trunkline.backend.platform.db;

import static io.trunkline.backend.platform.db.Snapshot.ask;

import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.StartFault;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/// Fills an empty database with all rows of another, in one transaction: it is full after [#commit], or as empty as
/// before.
///
/// Foreign keys are put aside meanwhile and looked at once at the end, over all rows.
public final class Refill implements AutoCloseable {
    private final Server server;
    private final Connection connection;
    private final Catalogue catalogue;
    private final List<Catalogue.ForeignKey> aside;
    private boolean committed;

    private Refill(Server server, Connection connection) throws SQLException {
        this.server = server;
        this.connection = connection;
        this.catalogue = new Catalogue(connection);
        this.aside = catalogue.foreignKeys();
    }

    /// The newest schema that this program can fill.
    public static String newestSchema() {
        return Migrations.newest(Migrations.own().keySet()).toString();
    }

    /// True when this program does not know `schema` yet.
    public static boolean isNewer(String schema) {
        return Migrations.version(schema).isNewerThan(newestSchema());
    }

    /// Opens a database without rows and brings it to `schema`. [StartFault] when it has rows, when a backend works on
    /// it, or when its schema is beyond that.
    public static Refill of(DatabaseConfig config, String schema) {
        var server = Server.visiting(config);
        try {
            look(server, schema);
            Schema.prepare(server, schema);
            var connection = server.as(Role.OWNER).getConnection();
            connection.setAutoCommit(false);
            return checked(new Refill(server, connection), schema);
        } catch (SQLException | DatabaseUnavailable | StartFault e) {
            server.close();
            throw e instanceof StartFault fault
                    ? fault
                    : new StartFault("The database at %s refuses: %s".formatted(server.address(), e.getMessage()), e);
        }
    }

    /// Before roles, passwords and tables are touched: what is refused stays as it was.
    private static void look(Server server, String schema) throws SQLException {
        try (var connection = server.asAdministrator().getConnection()) {
            var catalogue = new Catalogue(connection);
            if (catalogue.holds("to_regclass('public.flyway_schema_history') is not null")) {
                var has = Migrations.newest(Schema.done(connection).keySet());
                if (has.isNewerThan(schema)) {
                    throw further(schema, has.toString());
                }
                refuseWorkAndRows(server, catalogue);
            }
        }
    }

    private static StartFault further(String schema, String has) {
        return new StartFault(
                "The archive is of schema %s and the database of schema %s already; give it a database without any table."
                        .formatted(schema, has));
    }

    private static Refill checked(Refill refill, String schema) throws SQLException {
        try {
            refill.check(schema);
            return refill;
        } catch (StartFault refused) {
            refill.connection.close();
            throw refused;
        }
    }

    private void check(String schema) throws SQLException {
        var has = Migrations.newest(Schema.done(connection).keySet()).toString();
        if (!has.equals(schema)) {
            throw further(schema, has);
        }
        refuseWorkAndRows(server, catalogue);
    }

    private static void refuseWorkAndRows(Server server, Catalogue catalogue) throws SQLException {
        if (catalogue.holds("exists (select from lease where expires_at > now())")) {
            throw new StartFault("A backend works on the database at %s; stop it first.".formatted(server.address()));
        }
        for (var table : catalogue.tables()) {
            if (!table.name().equals("lease")
                    && catalogue.holds("exists (select from %s)".formatted(table.quotedName()))) {
                throw new StartFault(
                        "The database at %s is not empty: there are rows in %s. Give the restore an empty database."
                                .formatted(server.address(), table.name()));
            }
        }
    }

    public List<TableShape> tables() {
        return ask(catalogue::tables);
    }

    /// Makes room: to be called once, before the first table.
    public void begin(List<LocalDate> eventMonths) {
        ask(() -> {
            run("delete from lease");
            for (var key : aside) {
                run("alter table %s drop constraint %s".formatted(key.table(), key.name()));
            }
            for (var month : eventMonths) {
                run("select event_month(date '%s')".formatted(month));
            }
            return true;
        });
    }

    /// Takes the rows of a table as [Snapshot#copy] wrote them, and says how many they are.
    public long fill(TableShape table, InputStream rows) throws IOException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s (%s) from stdin (format binary)"
                                    .formatted(table.quotedName(), table.quotedColumns()),
                            rows,
                            1 << 16);
        } catch (SQLException e) {
            throw new StartFault("The table %s cannot be filled: %s".formatted(table.name(), e.getMessage()), e);
        }
    }

    /// Looks at all foreign keys, sets the sequences and keeps it.
    public void commit(Map<String, Long> sequences) {
        try {
            for (var key : aside) {
                run("alter table %s add constraint %s %s".formatted(key.table(), key.name(), key.definition()));
            }
            for (var sequence : sequences.entrySet()) {
                run("select setval('%s', %d)"
                        .formatted(TableShape.quoted(sequence.getKey()).replace("'", "''"), sequence.getValue()));
            }
            connection.commit();
            committed = true;
        } catch (SQLException e) {
            throw new StartFault("The rows do not fit together: " + e.getMessage(), e);
        }
    }

    /// Undoes what was not committed.
    @Override
    public void close() {
        try (server;
                connection) {
            if (!committed) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The database was lost.", e);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
