package io.trunkline.backend.platform.db;

import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.Secret;
import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.config.StartFault;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Real PostgreSQL binaries, started beside the program on the loopback address with its data kept between runs.
///
/// PostgreSQL outlives a killed program; the next start on the same port finds it running and attaches.
final class EmbeddedServer implements Server {
    private static final String DATABASE = "trunkline";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private final Path home;
    private final EmbeddedAccess access;
    private final String url;
    private volatile EmbeddedPostgres postgres;
    private boolean dead;

    private EmbeddedServer(Path home, EmbeddedAccess access, EmbeddedPostgres postgres) {
        this.home = home;
        this.access = access;
        this.postgres = postgres;
        this.url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), DATABASE);
    }

    static Server start(DatabaseConfig config) {
        return start(config, false);
    }

    /// The one that runs already, else as [#start].
    static Server visit(DatabaseConfig config) {
        return Glance.listening(config.embeddedPort()) ? running(config) : start(config, true);
    }

    private static Server start(DatabaseConfig config, boolean unlessItRuns) {
        var home = config.embeddedDirectory().toAbsolutePath().normalize();
        var port = config.embeddedPort();
        try {
            refuseRootOnAnothersData(home);
            Files.createDirectories(home.resolve("binaries"));
            var lock = StartLock.in(home);
            try {
                return unlessItRuns && Glance.listening(port) ? running(config) : start(home, port);
            } finally {
                lock.close();
            }
        } catch (IOException | IllegalStateException e) {
            throw new StartFault(
                    "The embedded PostgreSQL in %s cannot be started on port %d: %s"
                            .formatted(home, port, e.getMessage()),
                    e);
        }
    }

    private static EmbeddedServer start(Path home, int port) throws IOException {
        // The library's own working directory is world-writable and shared; ours is neither.
        System.setProperty("ot.epg.working-dir", home.resolve("work").toString());
        UnfinishedData.putAside(home);
        return start(home, EmbeddedAccess.prepare(home), port);
    }

    private static EmbeddedServer start(Path home, EmbeddedAccess access, int port) throws IOException {
        refuseAnother(home, access, port);
        var server = new EmbeddedServer(home, access, launched(home, access, port));
        try {
            server.refuseAnotherServer();
            access.closeToStrangers(server.postgres.getPostgresDatabase());
            server.createDatabase();
            return server;
        } catch (IOException | RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    private static EmbeddedPostgres launched(Path home, EmbeddedAccess access, int port) throws IOException {
        try {
            return launch(home, access, port);
        } catch (IOException e) {
            if (EmbeddedAccess.refused(e)) {
                throw stranger(access, port);
            }
            throw e;
        }
    }

    /// The one that another program of ours has running, as somebody else's: closing it stops nothing.
    static Server running(DatabaseConfig config) {
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(config.embeddedPort(), DATABASE);
        var home = config.embeddedDirectory().toAbsolutePath().normalize();
        var password = EmbeddedAccess.passwordBeside(home);
        var server = new OutsideServer(url, EmbeddedAccess.ADMINISTRATOR, password, password);
        try {
            refuseAnother(ask(server.asAdministrator(), "show data_directory"), home, config.embeddedPort());
        } catch (DatabaseUnavailable e) {
            throw new StartFault(
                    "What listens at port %d does not answer as the embedded PostgreSQL: %s"
                            .formatted(config.embeddedPort(), e.getMessage()),
                    e);
        }
        return server;
    }

    /// What root writes there, the user of the program could not read afterwards.
    private static void refuseRootOnAnothersData(Path home) throws IOException {
        if (!Files.exists(home) || !System.getProperty("user.name").equals("root")) {
            return;
        }
        var owner = Files.getOwner(home).getName();
        if (!owner.equals("root")) {
            throw new StartFault(
                    "The data in %s belongs to %s; do this as that user: sudo -u %2$s …".formatted(home, owner));
        }
    }

    private static EmbeddedPostgres launch(Path home, EmbeddedAccess access, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data(home))
                .setCleanDataDirectory(false)
                .setDataDirectoryCustomizer(_ -> UnfinishedData.finished(home))
                // These two become words of initdb: without them its server would trust everybody at first.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", access.file().toString())
                .setConnectConfig("password", access.password().reveal())
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("timezone", "UTC")
                .start();
    }

    @Override
    public DataSource as(Role role) {
        return Server.working(url, role, rolePassword());
    }

    @Override
    public DataSource asAdministrator() {
        return Server.source(url, EmbeddedAccess.ADMINISTRATOR, access.password());
    }

    @Override
    public Secret rolePassword() {
        return access.password();
    }

    @Override
    public String address() {
        return url;
    }

    @Override
    public void revive() {
        if (Glance.listening(postgres.getPort())) {
            dead = false;
            return;
        }
        if (!dead) {
            LOG.error("The embedded PostgreSQL has died; it is started again");
        }
        try {
            var port = postgres.getPort();
            postgres.close();
            postgres = launch(home, access, port);
        } catch (IOException | RuntimeException e) {
            if (!dead) {
                LOG.error("The embedded PostgreSQL does not start; it is tried every second", e);
            }
            dead = true;
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not stop.", e);
        }
    }

    private void refuseAnotherServer() {
        refuseAnother(ask("show data_directory"), home, postgres.getPort());
    }

    /// Known before the start, which would try for a minute to sign in there.
    private static void refuseAnother(Path home, EmbeddedAccess access, int port) {
        if (port == 0 || !Glance.listening(port)) {
            return;
        }
        try {
            var url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
            refuseAnother(
                    ask(Server.source(url, EmbeddedAccess.ADMINISTRATOR, access.password()), "show data_directory"),
                    home,
                    port);
        } catch (DatabaseUnavailable e) {
            if (EmbeddedAccess.refused(e)) {
                throw stranger(access, port);
            }
            LOG.debug("What listens at port {} does not answer yet", port, e);
        }
    }

    private static void refuseAnother(String running, Path home, int port) {
        if (!Path.of(running).equals(data(home))) {
            throw new SettingFault(
                    "Port %d is taken by another PostgreSQL with its data in %s; set database.embedded.port."
                            .formatted(port, running));
        }
    }

    private static SettingFault stranger(EmbeddedAccess access, int port) {
        return new SettingFault(
                "The PostgreSQL at port %d does not take the password in %s. If it is another one, set database.embedded.port; if it is this one, end it, remove that file and start again: a new password is made then."
                        .formatted(port, access.file()));
    }

    private static Path data(Path home) {
        return home.resolve("data");
    }

    private void createDatabase() {
        if (ask("select count(*)::text from pg_database where datname = '" + DATABASE + "'")
                .equals("0")) {
            tell("create database " + DATABASE + " encoding 'UTF8'");
        }
    }

    private String ask(String sql) {
        return ask(postgres.getPostgresDatabase(), sql);
    }

    private static String ask(DataSource source, String sql) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The embedded PostgreSQL does not answer.", e);
        }
    }

    private void tell(String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The embedded PostgreSQL does not answer.", e);
        }
    }
}
