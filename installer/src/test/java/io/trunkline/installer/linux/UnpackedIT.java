package io.trunkline.installer.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trunkline.launcher.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The backend's archive as a service on this machine, by the lines of the guide.
class UnpackedIT {
    private static final Path SETTINGS = Path.of("/etc/trunkline");
    private static final Path UNIT = Path.of("/etc/systemd/system/trunkline-backend.service");
    private static final Path COMMAND = Path.of("/usr/bin/trunkline-backend");
    private static final Path DATA = Path.of("/var/lib/trunkline-backend");

    private final Build build = new Build(
            Path.of("..").toAbsolutePath().normalize(),
            System.getProperty("trunkline.version"),
            true,
            Instant.EPOCH,
            Path.of("target/packages").toAbsolutePath());

    @TempDir
    static Path folder;

    private boolean ours;

    @AfterEach
    void nothingIsLeft() throws IOException {
        if (ours) {
            for (var each : List.of(SETTINGS, DATA, GuideLines.BACKUPS)) {
                Trees.remove(each);
            }
            Commands.run("sh", "-c", "rm -rf /opt/trunkline-backend*");
            Files.deleteIfExists(UNIT);
            Files.deleteIfExists(COMMAND);
            Commands.run("userdel", "trunkline");
        }
    }

    @Test
    void theGuidesLinesMakeAServiceOfTheArchiveThatIsTheSameCentreWhereverItIsCalled() throws IOException {
        assumeTrue(Commands.there("systemd-sysusers"), "The guide's lines are run where there is systemd-sysusers.");
        assumeTrue(System.getProperty("user.name").equals("root"), "They are run as root only, and this is not root.");
        assumeTrue(
                !Installed.there(Product.BACKEND) && Files.notExists(SETTINGS),
                "Trunkline is installed on this machine.");
        ours = true;

        assertThat(GuideLines.unpack(build, Ports.free()))
                .contains("The settings are right.")
                .contains("Written to /var/backups/trunkline/before-upgrade-")
                .as("the cache, which is the user's to read")
                .doesNotContain("aot");

        assertThat(Commands.run(folder, Map.of(), List.of(COMMAND.toString(), "init", "--tenant", "acme", "--renew")))
                .contains("password");
        assertThat(SETTINGS.resolve("backend.yaml"))
                .content()
                .contains("directory: /var/lib/trunkline-backend/postgres")
                .doesNotContain(" data/");
        assertThat(Commands.run("stat", "-c", "%a %U:%G", "/etc/trunkline/backend.env", DATA.toString()))
                .isEqualTo("640 root:trunkline\n750 trunkline:trunkline\n");
        var start = Files.readAllLines(UNIT).stream()
                .filter(line -> line.startsWith("ExecStart="))
                .findFirst()
                .orElseThrow()
                .substring("ExecStart=".length());
        assertThat(Path.of(start).toRealPath())
                .isEqualTo(COMMAND.toRealPath())
                .startsWith(Path.of("/opt/trunkline-backend-0.2.0-linux-x64"));
        assertThat(folder).isEmptyDirectory();
        assertThat(Commands.run("find", DATA.toString(), "!", "-user", "trunkline"))
                .isEmpty();
    }
}
