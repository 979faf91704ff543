package io.trunkline.backend.bench;

import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.Secret;
import io.trunkline.backend.platform.db.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The PostgreSQL of the bench: one server for all contenders, fresh in each run, with every commit on disk before it
/// is answered.
final class BenchDatabase implements AutoCloseable {
    private static final String PASSWORD = "bench";

    private final EmbeddedPostgres postgres;

    private BenchDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static BenchDatabase start() throws IOException {
        var folder =
                Files.createDirectories(Path.of("target", "bench", "postgres")).toAbsolutePath();
        var postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(true)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        return new BenchDatabase(postgres);
    }

    int port() {
        return postgres.getPort();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", PASSWORD);
    }

    /// Makes an empty database.
    void create(String database) throws SQLException {
        run("postgres", "CREATE DATABASE " + database);
    }

    /// The product's way to a database, which brings roles and tables with it.
    Database open(String database) {
        var config = new DatabaseConfig(
                Optional.of(url(database)),
                "postgres",
                new Secret(PASSWORD),
                new Secret(PASSWORD),
                Path.of("unused"),
                0,
                16,
                4,
                Duration.ofSeconds(1));
        return Database.start(config, Clock.systemUTC());
    }

    /// Address, user and password.
    String[] login(String database) {
        return new String[] {url(database), "postgres", PASSWORD};
    }

    /// The same as the settings of a backend that is started as a process.
    Map<String, String> settings(String database) {
        return Map.of(
                "TRUNKLINE_DATABASE_URL",
                url(database),
                "TRUNKLINE_DATABASE_USER",
                "postgres",
                "TRUNKLINE_DATABASE_PASSWORD",
                PASSWORD,
                "TRUNKLINE_DATABASE_ROLE_PASSWORD",
                PASSWORD);
    }

    void run(String database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String database, String sql) throws SQLException {
        try (var connection = connect(database);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
