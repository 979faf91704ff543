package io.trunkline.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.config.StartFault;
import io.trunkline.backend.platform.db.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StartFaultsIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @TempDir
    static Path folder;

    @Test
    void aPortThatIsTakenIsSaidInASentence() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(other.getLocalPort());

            assertThatThrownBy(() -> start(Map.of("http.port", port)))
                    .isInstanceOf(StartFault.class)
                    .hasMessageStartingWith("Port %s of 127.0.0.1 cannot be listened to".formatted(port))
                    .hasMessageEndingWith("or set http.port or http.host.");
        }
    }

    @Test
    void aDatabaseThatRefusesIsSaidInASentence() {
        assertThatThrownBy(() -> start(Map.of("database.url", "jdbc:postgresql://127.0.0.1:1/trunkline")))
                .isInstanceOf(StartFault.class)
                .hasMessageStartingWith("The database refuses. PostgreSQL at jdbc:postgresql://127.0.0.1:1/trunkline")
                .hasMessageContaining("Check database.url")
                .satisfies(
                        fault -> assertThat(fault.getMessage()).hasLineCount(1).doesNotContain("tests-trust"));
    }

    private static void start(Map<String, String> more) {
        var settings = new HashMap<>(POSTGRES.settings());
        settings.putAll(Map.of(
                "http.port", "0",
                "identity.token-key", Base64.getEncoder().encodeToString(new byte[32]),
                "telephony.spool", folder.resolve("spool").toString(),
                "telephony.key-file", folder.resolve("key").toString(),
                "recordings.directory", folder.resolve("recordings").toString()));
        settings.putAll(more);
        Backend.start(Settings.of(settings), Clock.systemUTC()).close();
    }
}
