package io.trunkline.backend.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/// The PostgreSQL of the bench: one server for all contenders, fresh in each run, with every commit on disk before it
/// is answered.
final class BenchDatabase implements AutoCloseable {
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

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "postgres");
    }

    /// Makes an empty database with the roles and tables of the product.
    void create(String database) throws SQLException {
        run("postgres", """
                DO $$ BEGIN
                    CREATE ROLE trunkline_app LOGIN PASSWORD 'app';
                    CREATE ROLE trunkline_system LOGIN PASSWORD 'system';
                EXCEPTION WHEN duplicate_object THEN NULL;
                END $$
                """);
        run("postgres", "CREATE DATABASE " + database);
        Flyway.configure()
                .dataSource(url(database), "postgres", "postgres")
                .load()
                .migrate();
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
