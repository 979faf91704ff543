package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged backend at its very first start: others come in between.
class StartStopIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Plan plan;

    @BeforeEach
    void plan() {
        plan = Plan.test(Path.of("../..").toAbsolutePath().normalize(), folder);
    }

    @Test
    void aStopWhileItStartsAndMigratesEndsItsPostgresToo() {
        try (var backend = backend("backend")) {
            until("PostgreSQL", backend, () -> listening(plan.databasePort()));

            backend.stop(PATIENCE);

            assertThat(backend.running()).isFalse();
            assertThat(listening(plan.databasePort())).as("PostgreSQL goes on").isFalse();
            assertThat(plan.database().resolve("data/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void aCommandBesideAStartThatStillMakesItsDatabaseWaitsForIt() throws InterruptedException {
        try (var backend = backend("backend")) {
            until(
                    "the data is being made",
                    backend,
                    () -> Files.exists(plan.database().resolve("data/postgresql.conf")));
            for (var tenant : List.of("one", "two")) {
                try (var init = backend(
                        tenant, "init", "--tenant", tenant, "--email", "ada@one.example", "--time-zone", "UTC")) {
                    assertThat(init.join()).as(init.lastWords()).isZero();
                    assertThat(init.lastWords()).contains("Tenant " + tenant + " is made.");
                }
            }
            var address = Rest.to(URI.create("http://127.0.0.1:" + plan.backendPort()));
            until("the backend", backend, () -> address.status("/health/ready") == 200);
        }
    }

    private static void until(String what, Program program, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(program.running()).as(program.lastWords()).isTrue();
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(end);
            Pause.briefly();
        }
    }

    private Program backend(String name, String... words) {
        return Program.start(
                name,
                plan.backendJar(),
                List.of("-Xmx256m", "-XX:+UseSerialGC"),
                List.of(words),
                Map.of(
                        "TRUNKLINE_HTTP_PORT", String.valueOf(plan.backendPort()),
                        "TRUNKLINE_DATABASE_EMBEDDED_PORT", String.valueOf(plan.databasePort()),
                        "TRUNKLINE_DATABASE_EMBEDDED_DIRECTORY", plan.database().toString(),
                        "TRUNKLINE_IDENTITY_TOKEN_KEY_FILE",
                                folder.resolve("token.key").toString(),
                        "TRUNKLINE_TELEPHONY_KEY_FILE",
                                folder.resolve("telephony.key").toString(),
                        "TRUNKLINE_TELEPHONY_SPOOL", folder.resolve("spool").toString(),
                        "TRUNKLINE_RECORDINGS_DIRECTORY",
                                folder.resolve("recordings").toString()),
                folder.resolve("logs"));
    }

    private static boolean listening(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
