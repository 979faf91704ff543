package io.trunkline.installer.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.launcher.Centre;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Lines of the guides, run as they stand there on a machine that may have neither sudo nor systemd.
final class GuideLines {
    static final Path BACKUPS = Path.of("/var/backups/trunkline");

    private static final Path GUIDES = Path.of("../backend-api/docs");
    private static final String BACKUP = "backup-and-restore.md";

    private GuideLines() {}

    /// Today's archive, by the guide's first line and once more by that of each night.
    static Path backUp() throws IOException {
        var archive = BACKUPS.resolve(Commands.run("date", "+%F").strip() + ".zip");
        below(BACKUP, "# Backup and restore").forEach(GuideLines::run);
        assertThat(archive).isNotEmptyFile();
        Files.delete(archive);
        var nightly = below(BACKUP, "## Each night").getFirst();
        assertThat(nightly).startsWith("15 3 * * * trunkline ");
        run("sudo -u trunkline sh -c '%s'"
                .formatted(nightly.replaceFirst("(\\S+ ){6}", "")
                        .replace("\\%", "%")
                        .replace("'*.zip'", "\"*.zip\"")));
        assertThat(archive).isNotEmptyFile();
        return archive;
    }

    static void restore(Path archive, Centre centre) throws IOException {
        for (var line : below(BACKUP, "## Restore")) {
            switch (line) {
                case "sudo systemctl stop trunkline-backend" -> centre.stopBackend();
                case "sudo systemctl start trunkline-backend" -> centre.startBackendAgain();
                case String other -> run(other.replace("2026-11-29.zip", String.valueOf(archive.getFileName())));
            }
        }
    }

    /// What the next version says before it is installed.
    static String look(Path deb, Path unpacked) throws IOException {
        var said = new StringBuilder();
        for (var line : below("upgrade.md", "# Upgrade")) {
            said.append(run(line.replace("trunkline-backend_0.2.0_amd64.deb", deb.toString())
                    .replace("/tmp/trunkline-next", unpacked.toString())));
        }
        return said.toString();
    }

    /// The lines of the first block below a heading, without remarks.
    private static List<String> below(String guide, String heading) throws IOException {
        var text = Files.readString(GUIDES.resolve(guide));
        assertThat(text).contains(heading + "\n");
        return text.substring(text.indexOf(heading + "\n"))
                .split("```\n", -1)[1]
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static String run(String line) {
        var here = line.replace("sudo -u trunkline ", "setpriv --reuid=trunkline --regid=trunkline --init-groups ")
                .replaceFirst("^sudo ", "");
        return Commands.run(Path.of("/"), Map.of(), List.of("sh", "-c", here));
    }
}
