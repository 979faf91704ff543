package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged backend when it is asked to end.
class StopIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void aStopWhileItStartsAndMigratesEndsItsPostgresToo() {
        var plan = Plan.test(Path.of("../..").toAbsolutePath().normalize(), folder);
        try (var backend = Program.start(
                "backend",
                plan.backendJar(),
                List.of("-Xmx256m", "-XX:+UseSerialGC"),
                List.of(),
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
                folder.resolve("logs"))) {
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (!listening(plan.databasePort())) {
                assertThat(backend.running()).as(backend.lastWords()).isTrue();
                assertThat(System.nanoTime()).as("waited for PostgreSQL").isLessThan(end);
                Pause.briefly();
            }

            backend.stop(PATIENCE);

            assertThat(backend.running()).isFalse();
            assertThat(listening(plan.databasePort())).as("PostgreSQL goes on").isFalse();
            assertThat(plan.database().resolve("data/postmaster.pid")).doesNotExist();
        }
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
