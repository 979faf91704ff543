package io.trunkline.backend.platform.db;

import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.StartFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.SQLException;
import javax.sql.DataSource;

/// A look at the database that changes nothing: can it be reached, and is its schema none of a newer program?
final class Glance {
    private Glance() {}

    static String at(DatabaseConfig config) {
        if (config.url().isPresent()) {
            var outside = new OutsideServer(config.url().get(), config);
            return told(outside.address(), outside.asAdministrator(), outside.as(Role.SYSTEM));
        }
        if (!listening(config.embeddedPort())) {
            return "The embedded PostgreSQL in %s is not running; it was not started to look into it."
                    .formatted(config.embeddedDirectory());
        }
        var running = EmbeddedServer.running(config);
        return told(running.address(), running.asAdministrator(), running.as(Role.SYSTEM));
    }

    /// True when somebody listens at a port of this machine.
    static boolean listening(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static String told(String address, DataSource administrator, DataSource system) {
        try {
            return schema(address, system);
        } catch (SQLException _) {
            // An ordinary start makes the roles and the tables as the administrator.
            return asAdministrator(address, administrator);
        }
    }

    private static String schema(String address, DataSource source) throws SQLException {
        var done = Schema.done(source).keySet();
        Migrations.refuseNewer(done);
        var ours = Migrations.newest(Migrations.own().keySet());
        var theirs = Migrations.newest(done);
        return theirs.equals(ours)
                ? "PostgreSQL at %s answers; its schema is %s.".formatted(address, ours)
                : "PostgreSQL at %s answers; its schema %s becomes %s at the start.".formatted(address, theirs, ours);
    }

    private static String asAdministrator(String address, DataSource administrator) {
        try (var connection = administrator.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select to_regclass('flyway_schema_history') is null")) {
            rows.next();
            return rows.getBoolean(1)
                    ? "PostgreSQL at %s answers; it has no schema yet, which the start makes.".formatted(address)
                    : schema(address, administrator);
        } catch (SQLException e) {
            throw new StartFault(
                    "PostgreSQL at %s refuses: %s. Check database.url, database.user, database.password and database.role-password."
                            .formatted(address, String.valueOf(e.getMessage()).replaceFirst("[.:]$", "")),
                    e);
        }
    }
}
