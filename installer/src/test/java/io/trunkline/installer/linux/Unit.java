package io.trunkline.installer.linux;

import io.trunkline.launcher.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The installed unit, started by its own lines where no systemd runs: its command, its user, its folder, and an
/// environment as empty as systemd's.
record Unit(String command, String user, String group, String folder) {
    static Unit installed() {
        try {
            var lines = Files.readAllLines(Path.of("/usr/lib/systemd/system/trunkline-backend.service"));
            return new Unit(
                    value(lines, "ExecStart"),
                    value(lines, "User"),
                    value(lines, "Group"),
                    value(lines, "WorkingDirectory"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Program start(Path logs) {
        var words = new ArrayList<>(List.of(
                "env",
                "-i",
                "-C",
                folder,
                "PATH=/usr/local/bin:/usr/bin:/bin",
                "setpriv",
                "--reuid=" + user,
                "--regid=" + group,
                "--init-groups",
                "--no-new-privs",
                "--bounding-set=-all"));
        words.addAll(List.of(command.split(" ", -1)));
        return Program.run("backend", words, Map.of(), logs);
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The unit has no " + name));
    }
}
