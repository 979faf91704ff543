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
    private static final String DEPLOYMENT = "deployment.md";
    private static final String UPGRADE = "upgrade.md";

    private GuideLines() {}

    /// Today's archive, by the guide's first line and once more by that of each night, which deletes none but its own.
    static Path backUp() throws IOException {
        var archive = BACKUPS.resolve(Commands.run("date", "+%F").strip() + ".zip");
        run(block(BACKUP, "# Backup and restore", 1));
        assertThat(archive).isNotEmptyFile();
        Files.delete(archive);
        var nightly = lines(block(BACKUP, "## Each night", 1)).getFirst();
        assertThat(nightly).startsWith("15 3 * * * trunkline ");
        var another = BACKUPS.resolve("before-upgrade-2026-01-01.zip");
        var old = BACKUPS.resolve("2026-01-01.zip");
        Commands.run("touch", "--date=20 days ago", another.toString(), old.toString());
        run("sudo -u trunkline sh -c '%s'"
                .formatted(nightly.replaceFirst("(\\S+ ){6}", "")
                        .replace("\\%", "%")
                        .replace("'20??-??-??.zip'", "\"20??-??-??.zip\"")));
        assertThat(archive).isNotEmptyFile();
        assertThat(another).exists();
        assertThat(old).doesNotExist();
        return archive;
    }

    /// Beside the running backend, and nothing of it stays.
    static String rehearse(Path archive) throws IOException {
        var said = run(named(block(BACKUP, "## Rehearse it", 1), archive));
        assertThat(Path.of("/var/lib/trunkline-backend/rehearsal")).doesNotExist();
        return said;
    }

    static void restore(Path archive, Centre centre) throws IOException {
        for (var line : lines(named(block(BACKUP, "## Restore", 1), archive))) {
            switch (line) {
                case "sudo systemctl stop trunkline-backend" -> centre.stopBackend();
                case "sudo systemctl start trunkline-backend" -> centre.startBackendAgain();
                case String other -> run(other);
            }
        }
    }

    /// What the next version says before it is installed; its files are gone afterwards.
    static String look(Path deb, Path temporary) throws IOException {
        var said = run(
                block(UPGRADE, "# Upgrade", 1).replace("trunkline-backend_0.2.0_amd64.deb", deb.toString()),
                Map.of("TMPDIR", temporary.toString()));
        assertThat(temporary).isEmptyDirectory();
        return said;
    }

    /// The archive from before. dpkg is in apt's place, which would fetch what is needed.
    static Path upgrade(Path deb, Centre centre) throws IOException {
        var line = block(UPGRADE, "# Upgrade", 2).strip();
        assertThat(line).endsWith(".zip && sudo apt-get install ./trunkline-backend_0.2.0_amd64.deb");
        run(line.substring(0, line.indexOf(" && ")));
        // as the package does where there is systemd
        centre.stopBackend();
        Installed.install(deb);
        return BACKUPS.resolve("before-upgrade-" + Commands.run("date", "+%F").strip() + ".zip");
    }

    /// On a machine where somebody has deleted the file for secrets meanwhile, which stays so.
    static void goBack(Path archive, Path older, Centre centre) throws IOException {
        var secrets = Path.of("/etc/trunkline/backend.env");
        var elsewhere = secrets.resolveSibling("secrets-elsewhere");
        for (var line : lines(named(block(UPGRADE, "## Back again", 1), archive))) {
            switch (line) {
                case "sudo apt-get remove trunkline-backend" -> {
                    centre.stopBackend();
                    Installed.remove(Product.BACKEND.name());
                    Files.move(secrets, elsewhere);
                }
                case "sudo apt-get install ./trunkline-backend_0.1.0_amd64.deb" -> {
                    Installed.install(older);
                    assertThat(secrets).doesNotExist();
                    Files.move(elsewhere, secrets);
                }
                case "sudo systemctl enable --now trunkline-backend" -> centre.startBackendAgain();
                case String other -> run(other);
            }
        }
    }

    /// The archive as a service; then the same archive under another version, as its upgrade, once there is a centre.
    static String unpack(Build build, int port) throws IOException {
        var name = Tarball.name(build, Product.BACKEND);
        var archive = build.packages().resolve(name + ".tar.gz");
        run(withoutSystemd(block(DEPLOYMENT, "## From the tar.gz", 1))
                .replace("-xzf trunkline-backend-0.1.0-linux-x64.tar.gz", "-xzf " + archive)
                .replace("trunkline-backend-0.1.0-linux-x64", name));
        run("sed -i 's,#port: 54329,port: %d,' /etc/trunkline/backend.yaml".formatted(port));
        var said = run(
                "trunkline-backend init --tenant acme --email ana@acme.example --time-zone Europe/Madrid --country ES");
        return said
                + run(withoutSystemd(block(DEPLOYMENT, "## From the tar.gz", 2))
                        .replace(
                                "-xzf trunkline-backend-0.2.0-linux-x64.tar.gz",
                                "--transform=s,^%s,trunkline-backend-0.2.0-linux-x64, -xzf %s"
                                        .formatted(name, archive)));
    }

    private static String withoutSystemd(String block) {
        return block.replaceAll("(?m)^sudo systemctl .*\\n", "");
    }

    /// The n-th block below a heading, without remarks.
    private static String block(String guide, String heading, int which) throws IOException {
        var text = Files.readString(GUIDES.resolve(guide));
        assertThat(text).contains(heading + "\n");
        return text.substring(text.indexOf(heading + "\n"))
                .split("```\n", -1)[2 * which - 1]
                .replaceAll("(?m)^#.*\n", "");
    }

    private static List<String> lines(String block) {
        return block.lines().toList();
    }

    private static String named(String block, Path archive) {
        return block.replaceAll("trunkline/(before-upgrade-)?2026-11-29\\.zip", "trunkline/" + archive.getFileName());
    }

    private static String run(String lines) {
        return run(lines, Map.of());
    }

    private static String run(String lines, Map<String, String> environment) {
        var here = lines.replace("sudo -u trunkline ", "setpriv --reuid=trunkline --regid=trunkline --init-groups ")
                .replaceAll("(?m)(^|&& )sudo ", "$1");
        return Commands.run(Path.of("/"), environment, List.of("sh", "-ec", here));
    }
}
