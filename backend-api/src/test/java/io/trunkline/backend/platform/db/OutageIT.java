package io.trunkline.backend.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.config.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The embedded PostgreSQL as users have it: durable, kept between runs, killed in the middle of work.
class OutageIT {
    @TempDir
    Path home;

    @Test
    void acknowledgedRowsOutliveAKilledServerAndTheProgramHealsItself() throws IOException {
        try (var database = Database.start(config(), Clock.systemUTC())) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
            var acknowledged = new ArrayList<String>();
            for (var round = 0; round < 3; round++) {
                write(database, acknowledged);
                killServer();
                awaitGone(database);
                assertRefusedQuickly(database);
                revive(database);
                assertThat(keys(database)).containsAll(acknowledged);
            }
        }
        try (var again = Database.start(config(), Clock.systemUTC())) {
            assertThat(keys(again)).isNotEmpty();
        }
    }

    @Test
    void anotherServerOnThePortIsRefusedWithASentence() throws IOException {
        var config = config();
        try (var ours = Database.start(config, Clock.systemUTC())) {
            assertThat(ours.reachable()).isTrue();
            var other = new DatabaseConfig(
                    config.url(),
                    config.user(),
                    config.password(),
                    config.rolePassword(),
                    home.resolve("other"),
                    config.embeddedPort(),
                    2,
                    2,
                    config.connectionWait());

            assertThatThrownBy(() -> Database.start(other, Clock.systemUTC()))
                    .isInstanceOf(SettingFault.class)
                    .hasMessageContaining("database.embedded.port");
            assertThat(ours.reachable()).isTrue();
        }
    }

    private int port;

    private DatabaseConfig config() throws IOException {
        if (port == 0) {
            try (var socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
        }
        return DatabaseConfig.from(Settings.of(Map.of(
                "database.embedded.directory",
                home.resolve("ours").toString(),
                "database.embedded.port",
                String.valueOf(port),
                "database.pool-size",
                "4",
                "database.system-pool-size",
                "4")));
    }

    private static void write(Database database, List<String> acknowledged) {
        for (var i = 0; i < 50; i++) {
            var key = "k-" + acknowledged.size();
            database.doAsSystem(handle -> handle.execute(
                    "insert into tenant (tenant_id, key, name) values (gen_random_uuid(), ?, 'x')", key));
            acknowledged.add(key);
        }
    }

    private void killServer() throws IOException {
        var pid = Files.readAllLines(home.resolve("ours/data/postmaster.pid")).getFirst();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    /// The server's children end a moment after it and answer until then.
    private static void awaitGone(Database database) {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (database.reachable()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void assertRefusedQuickly(Database database) {
        var waits = new CopyOnWriteArrayList<Duration>();
        var callers = new ArrayList<Thread>();
        for (var i = 0; i < 40; i++) {
            callers.add(Thread.ofVirtual().start(() -> {
                var begun = System.nanoTime();
                if (!database.reachable()) {
                    waits.add(Duration.ofNanos(System.nanoTime() - begun));
                }
            }));
        }
        callers.forEach(OutageIT::join);
        assertThat(waits).isNotEmpty().allSatisfy(wait -> assertThat(wait).isLessThan(Duration.ofMillis(1900)));
    }

    private static void revive(Database database) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!database.reachable()) {
            assertThat(System.nanoTime()).isLessThan(end);
            database.revive();
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static String setting(Database database, String name) {
        return database.asSystem(handle -> handle.createQuery("select current_setting(?)")
                .bind(0, name)
                .mapTo(String.class)
                .one());
    }

    private static List<String> keys(Database database) {
        return database.asSystem(handle ->
                handle.createQuery("select key from tenant").mapTo(String.class).list());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
