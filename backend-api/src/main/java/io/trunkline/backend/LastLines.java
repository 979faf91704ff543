package io.trunkline.backend;

import io.trunkline.backend.platform.FileTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The last lines of the log, or why there are none to be read.
sealed interface LastLines {
    int MOST = 1_000;

    record Found(String text) implements LastLines {}

    record Missing(String why) implements LastLines {}

    static LastLines of(Path file) {
        try {
            return last(Files.readAllLines(file, StandardCharsets.UTF_8), file + " is empty");
        } catch (IOException e) {
            return new Missing("%s cannot be read: %s".formatted(file, FileTrouble.reading(e)));
        }
    }

    static LastLines ofTheJournal() {
        return printedBy(List.of(
                "journalctl",
                "--quiet",
                "--no-pager",
                "-u",
                "trunkline-backend",
                "-n",
                String.valueOf(MOST),
                "-o",
                "cat"));
    }

    /// What a command prints. The journal opens for root and the group systemd-journal; to anybody else it shows
    /// nothing and may even call that a success.
    static LastLines printedBy(List<String> command) {
        try {
            var said = Files.createTempFile("trunkline", ".err");
            try {
                var process =
                        new ProcessBuilder(command).redirectError(said.toFile()).start();
                var lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
                if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    return new Missing("%s failed: %s"
                            .formatted(
                                    command.getFirst(), Files.readString(said).strip()));
                }
                return last(lines, command.getFirst() + " shows nothing of trunkline-backend to this user");
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            return new Missing("%s cannot be run: %s".formatted(command.getFirst(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Missing("reading it was interrupted");
        }
    }

    private static LastLines last(List<String> lines, String ifNone) {
        return lines.isEmpty()
                ? new Missing(ifNone)
                : new Found(String.join("\n", lines.subList(Math.max(0, lines.size() - MOST), lines.size())));
    }
}
