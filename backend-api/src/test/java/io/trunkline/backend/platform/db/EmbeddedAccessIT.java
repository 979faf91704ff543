package io.trunkline.backend.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.Secret;
import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.config.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever else is on the machine can reach the port of the embedded PostgreSQL, and gets no further.
class EmbeddedAccessIT {
    private static final String WRONG_PASSWORD = "28P01";
    private static final String IN = "in";

    @TempDir
    Path home;

    private int port;

    @BeforeEach
    void aFreePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @Test
    void nobodySignsInWithoutThePassword() throws IOException {
        try (var _ = Database.start(config(), Clock.systemUTC())) {
            assertThatItAsks();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password())))
                .isEqualTo("rw-------");
        var kept = Files.readString(password());
        try (var again = Database.start(config(), Clock.systemUTC())) {
            assertThat(again.reachable()).isTrue();
        }
        assertThat(password()).hasContent(kept);
    }

    @Test
    void dataOfAProgramThatTrustedEverybodyIsClosedAtTheNextStartAndStaysWhatItWas() throws IOException {
        try (var old = trusting()) {
            assertThat(signIn("postgres", "")).isEqualTo(IN);
            tell(old, "create table of_old as select 7 as kept");
        }

        try (var database = Database.start(config(), Clock.systemUTC())) {
            assertThat(database.reachable()).isTrue();
            assertThatItAsks();
            assertThat(ask("select kept::text from of_old")).isEqualTo("7");
        }
    }

    @Test
    void aBackupOfSuchDataCanBeMadeBeforeItsNextStart() throws IOException {
        trusting().close();

        try (var snapshot = Snapshot.of(config())) {
            assertThat(snapshot.schema()).isNotEqualTo("0");
            assertThatItAsks();
        }
    }

    @Test
    void aServerThatAKilledProgramLeftTrustingEverybodyIsClosedAsItRuns() throws IOException {
        try (var _ = trusting()) {
            try (var command = Database.visit(config(), Clock.systemUTC())) {
                assertThat(command.reachable()).isTrue();
            }
            startsAndAsks();
        }
    }

    @Test
    void wherePerhapsTheProgramWasKilledTheNextStartGoesOn() throws IOException {
        Database.start(config(), Clock.systemUTC()).close();
        var asking = Files.readString(rules());

        // the password is there, PostgreSQL does not know it yet
        Files.writeString(password(), "another");
        Files.writeString(rules(), "host all all 127.0.0.1/32 trust\n");
        startsAndAsks();
        // a new one was to be made
        Files.delete(password());
        Files.writeString(rules(), "host all postgres 127.0.0.1/32 trust\n");
        startsAndAsks();
        // the rules are written, and a server that runs has not read them
        Files.writeString(rules(), "host all all 127.0.0.1/32 trust\n");
        try (var _ = trusting()) {
            Files.writeString(rules(), asking);
            assertThat(signIn("postgres", "")).isEqualTo(IN);
            startsAndAsks();
        }
    }

    @Test
    void aPasswordThatGotLostIsMadeAnew() throws IOException {
        Database.start(config(), Clock.systemUTC()).close();
        Files.delete(password());

        startsAndAsks();
    }

    @Test
    void aPasswordThatIsNotTakenIsSaidInASentence() throws IOException {
        try (var _ = Database.start(config(), Clock.systemUTC())) {
            Files.writeString(password(), "another");

            assertThatThrownBy(() -> Database.start(config(), Clock.systemUTC()))
                    .isInstanceOf(SettingFault.class)
                    .hasMessageStartingWith(
                            "The PostgreSQL at port %d does not take the password in %s.".formatted(port, password()));
        }
    }

    @Test
    void aVeryFirstStartThatWasBrokenOffIsBegunAnew() throws IOException {
        Files.createDirectories(rules().getParent());
        Files.writeString(rules().resolveSibling("postgresql.conf"), "half a sett");
        Files.createFile(home.resolve("unfinished"));

        startsAndAsks();

        assertThat(home.resolve("unfinished")).doesNotExist();
        try (var left = Files.list(home)) {
            assertThat(left.filter(each -> each.getFileName().toString().startsWith("unfinished-")))
                    .singleElement()
                    .satisfies(aside ->
                            assertThat(aside.resolve("data/postgresql.conf")).hasContent("half a sett"));
        }
    }

    private void startsAndAsks() throws IOException {
        try (var database = Database.start(config(), Clock.systemUTC())) {
            assertThat(database.reachable()).isTrue();
            assertThatItAsks();
        }
    }

    private void assertThatItAsks() throws IOException {
        var right = Files.readString(password()).strip();
        for (var user : new String[] {"postgres", "trunkline_owner", "trunkline_app", "trunkline_system"}) {
            assertThat(signIn(user, "")).as(user).isNotEqualTo(IN);
            assertThat(signIn(user, "x" + right)).as(user).isEqualTo(WRONG_PASSWORD);
            assertThat(signIn(user, right)).as(user).isEqualTo(IN);
        }
    }

    /// How one gets on: in, or PostgreSQL's word for why not.
    private String signIn(String user, String password) {
        try (var _ = Server.source(url(), user, new Secret(password)).getConnection()) {
            return IN;
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }

    private String ask(String sql) throws IOException {
        var right = new Secret(Files.readString(password()).strip());
        try (var connection = Server.source(url(), "postgres", right).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A server as programs before started it, with roles that have no password.
    private EmbeddedPostgres trusting() throws IOException {
        Files.createDirectories(home.resolve("binaries"));
        var old = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("data"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .setRegisterShutdownHook(false)
                .setPort(port)
                .start();
        if (Files.notExists(password())) {
            tell(old, "create database trunkline encoding 'UTF8'");
            Schema.prepare(new OutsideServer(url(), "postgres", new Secret(""), new Secret("")));
        }
        // held by its program, and free when that is killed
        Files.delete(home.resolve("data/epg-lock"));
        return old;
    }

    private void tell(EmbeddedPostgres server, String sql) {
        var database = sql.startsWith("create database") ? "postgres" : "trunkline";
        try (var connection = server.getDatabase("postgres", database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:%d/trunkline".formatted(port);
    }

    private Path password() {
        return home.resolve("password");
    }

    private Path rules() {
        return home.resolve("data/pg_hba.conf");
    }

    private DatabaseConfig config() {
        return DatabaseConfig.from(Settings.of(Map.of(
                "database.embedded.directory",
                home.toString(),
                "database.embedded.port",
                String.valueOf(port),
                "database.pool-size",
                "2",
                "database.system-pool-size",
                "2")));
    }
}
