package io.trunkline.backend.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// Writes what was measured: one line for people, and one JSON line to the file named by the system property
/// `figures`, so that a table can be made of it.
public final class Figures {
    private Figures() {}

    public static void record(String id, double value, String unit, String goal, boolean pass) {
        System.out.printf(
                Locale.ROOT, "%-48s %,16.3f %-14s goal %-22s %s%n", id, value, unit, goal, pass ? "ok" : "MISSED");
        var file = System.getProperty("figures");
        if (file == null) {
            return;
        }
        var line = "{\"id\":%s,\"value\":%s,\"unit\":%s,\"goal\":%s,\"pass\":%b}%n"
                .formatted(quote(id), number(value), quote(unit), quote(goal), pass);
        append(Path.of(file), line);
    }

    private static void append(Path file, String line) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the figure to " + file, e);
        }
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
