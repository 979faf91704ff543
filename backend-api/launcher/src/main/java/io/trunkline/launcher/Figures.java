package io.trunkline.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// Writes what was measured: one line for people, and one JSON line to the file named by the system property
/// `figures`. For tests that run programs of the centre; the server's own have theirs.
public final class Figures {
    private Figures() {}

    public static void record(String id, double value, String unit, String goal, boolean pass) {
        System.out.printf(
                Locale.ROOT, "%-48s %,16.3f %-14s goal %-22s %s%n", id, value, unit, goal, pass ? "ok" : "MISSED");
        var file = System.getProperty("figures");
        if (file != null) {
            append(
                    Path.of(file).toAbsolutePath(),
                    String.format(
                            Locale.ROOT,
                            "{\"id\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"goal\":\"%s\",\"pass\":%b}%n",
                            id,
                            value,
                            unit,
                            goal,
                            pass));
        }
    }

    private static void append(Path file, String line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the figure to " + file, e);
        }
    }
}
