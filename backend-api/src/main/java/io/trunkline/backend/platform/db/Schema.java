package io.trunkline.backend.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Roles, then tables: what has to be there before the first transaction.
final class Schema {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private Schema() {}

    /// Brings roles and tables to what this program wants; one look is enough when they are so already, which is every
    /// start but the first of a version.
    static void prepare(Server server) {
        if (!prepared(server)) {
            prepareRoles(server);
            refuseNewer(server);
            migrate(server);
        }
    }

    /// True when the system can sign in and finds every migration of ours, and no other, done.
    static boolean prepared(Server server) {
        try {
            var done = done(server.as(Role.SYSTEM));
            Migrations.refuseNewer(done.keySet());
            return done.equals(Migrations.own());
        } catch (SQLException e) {
            LOG.debug("The database is not prepared yet", e);
            return false;
        }
    }

    /// The migrations that were done here, with their checksums.
    static Map<String, Integer> done(DataSource source) throws SQLException {
        try (var connection = source.getConnection()) {
            return done(connection);
        }
    }

    static Map<String, Integer> done(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select version, checksum from flyway_schema_history where success and version is not null")) {
            var done = new HashMap<String, Integer>();
            while (rows.next()) {
                done.put(rows.getString(1), rows.getInt(2));
            }
            return done;
        }
    }

    private static void prepareRoles(Server server) {
        try (var connection = server.asAdministrator().getConnection()) {
            connection.setAutoCommit(false);
            // Two nodes may start at once.
            run(connection, "select pg_advisory_xact_lock(7242817)");
            for (var role : Role.values()) {
                createRole(connection, role);
                givePassword(connection, role, server);
            }
            run(connection, """
                    do $$
                    begin
                        -- whoever makes a role without being a superuser may not act as it unasked
                        if not (select rolsuper from pg_roles where rolname = current_user) then
                            execute format('grant trunkline_owner to %I', current_user);
                        end if;
                        execute format('alter database %I owner to trunkline_owner', current_database());
                        execute format('grant connect on database %I to trunkline_app, trunkline_system', current_database());
                    end
                    $$""");
            run(connection, "alter schema public owner to trunkline_owner");
            connection.commit();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "PostgreSQL at %s cannot be prepared: %s".formatted(server.address(), e.getMessage()), e);
        }
    }

    /// Once more, for a database whose system role had to be let in first.
    private static void refuseNewer(Server server) {
        try {
            Migrations.refuseNewer(done(server.as(Role.OWNER)).keySet());
        } catch (SQLException e) {
            LOG.debug("There is no history yet", e);
        }
    }

    static void migrate(Server server) {
        migrate(server, "latest");
    }

    /// Brings roles and tables to an older `schema`, for rows that are of it; one that is further already stays.
    static void prepare(Server server, String schema) {
        prepareRoles(server);
        refuseNewer(server);
        migrate(server, schema);
    }

    private static void migrate(Server server, String target) {
        Flyway.configure()
                .dataSource(server.as(Role.OWNER))
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .target(target)
                .load()
                .migrate();
    }

    private static void createRole(Connection connection, Role role) throws SQLException {
        run(connection, """
                do $$
                begin
                    if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s login;
                    end if;
                end
                $$""".formatted(role.login()));
    }

    private static void givePassword(Connection connection, Role role, Server server) throws SQLException {
        if (server.rolePassword().isEmpty()) {
            return;
        }
        // hashed here, so that no log of PostgreSQL's can show it
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(role.login(), server.rolePassword().reveal().toCharArray(), null);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
