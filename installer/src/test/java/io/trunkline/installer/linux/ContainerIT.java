package io.trunkline.installer.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trunkline.desktop.Waits;
import io.trunkline.launcher.Ports;
import io.trunkline.launcher.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the container runs, without an engine: the archive unpacked, its entry point as nobody in a plain folder.
class ContainerIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void theEntryPointServesAsAnotherUserFromAPlainFolder() throws IOException {
        assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("user.name").equals("root"),
                "Becoming another user is tried on Linux and as root only.");
        assumeTrue(
                Commands.there("curl") && Commands.there("openssl"),
                "The question for health is tried where curl and openssl are installed.");
        var text = Files.readString(Path.of("linux/container/Containerfile"));
        // PostgreSQL asks for the name of who starts it, which the container's own user has in the container only
        var user = Commands.run("id", "-u", "nobody").strip();
        var build = new Build(
                Path.of(".."),
                System.getProperty("trunkline.version"),
                true,
                Instant.EPOCH,
                TARGET.resolve("packages"));
        var name = Tarball.name(build, Product.BACKEND);
        Commands.run("tar", "-xzf", build.packages().resolve(name + ".tar.gz").toString(), "-C", folder.toString());
        var command = first("ENTRYPOINT \\[\"(.+)\"\\]", text)
                .replace("/opt/trunkline-backend", folder.resolve(name).toString());
        assertThat(text).contains("&& rm -r /opt/trunkline-backend/etc\n");
        Trees.remove(folder.resolve(name).resolve("etc"));
        var home = Files.createDirectory(folder.resolve("home"));
        Commands.run("chown", user + ":" + user, home.toString());
        Trees.mode(folder, "rwxr-xr-x");
        var port = Ports.free();
        var settings = Map.of(
                "TRUNKLINE_HTTP_PORT",
                String.valueOf(port),
                "TRUNKLINE_DATABASE_EMBEDDED_PORT",
                String.valueOf(Ports.free()),
                "HOME",
                home.toString());
        var question = first("HEALTHCHECK .* CMD (.+)", text);
        var words = List.of(
                "env",
                "-C",
                home.toString(),
                "setpriv",
                "--reuid=" + user,
                "--regid=" + user,
                "--clear-groups",
                command);

        try (var backend = Program.run("container", words, settings, TARGET)) {
            Waits.until("health", Duration.ofSeconds(60), () -> !backend.running() || healthy(question, settings));
            assertThat(backend.running()).as(backend.lastWords()).isTrue();
        }
        var tls = new HashMap<>(settings);
        tls.putAll(Map.of(
                "TRUNKLINE_HTTP_TLS_CERTIFICATE",
                home.resolve("cert.pem").toString(),
                "TRUNKLINE_HTTP_TLS_KEY",
                home.resolve("key.pem").toString()));
        certificate(home, user);
        try (var backend = Program.run("container", words, tls, TARGET)) {
            Waits.until("health over TLS", Duration.ofSeconds(60), () -> !backend.running() || healthy(question, tls));
            assertThat(backend.running()).as(backend.lastWords()).isTrue();
        }
        assertThat(Commands.run("find", home.toString(), "!", "-uid", user)).isEmpty();
        assertThat(home.resolve("data/postgres/data/PG_VERSION")).exists();
    }

    /// What the engine would make of the question that the file has for it.
    private static boolean healthy(String question, Map<String, String> environment) {
        try {
            return Commands.run(TARGET, environment, List.of("sh", "-c", question))
                    .contains("\"UP\"");
        } catch (PackagingFault _) {
            return false;
        }
    }

    private static void certificate(Path home, String user) {
        Commands.run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-noenc",
                "-subj",
                "/CN=centre.example.com",
                "-keyout",
                home.resolve("key.pem").toString(),
                "-out",
                home.resolve("cert.pem").toString());
        Commands.run(
                "chown",
                user + ":" + user,
                home.resolve("key.pem").toString(),
                home.resolve("cert.pem").toString());
    }

    private static String first(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
