package io.trunkline.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One of the centre's programs, running as a process of its own with its output in a file.
public final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Path log;
    private final Process process;

    private Program(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /// Starts `jar` on the running Java with `options` before and `arguments` after it, with the AOT cache that the
    /// build left beside it. Settings go through the environment, never the command line, where others could read a
    /// secret.
    public static Program start(
            String name,
            Path jar,
            List<String> options,
            List<String> arguments,
            Map<String, String> settings,
            Path folder) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    "%s is not built: %s is missing. Run ./mvnw package first.".formatted(name, jar));
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        cacheOf(jar).ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return run(name, command, settings, folder);
    }

    /// Starts any command, such as that of an installed program.
    public static Program run(String name, List<String> command, Map<String, String> settings, Path folder) {
        try {
            Files.createDirectories(folder);
            var log = folder.resolve(name + ".log");
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(settings);
            return new Program(name, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("%s can't be started".formatted(name), e);
        }
    }

    /// The AOT cache beside a jar. One that is older than the jar would bring the code of an older one: Java does not
    /// notice.
    public static Optional<Path> cacheOf(Path jar) {
        var cache = jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", ".aot"));
        try {
            var fresh = Files.exists(cache)
                    && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) >= 0;
            return fresh ? Optional.of(cache) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("%s can't be read".formatted(cache), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean running() {
        return process.isAlive();
    }

    public Path log() {
        return log;
    }

    /// The last lines the program printed, for a sentence about why it is not there.
    public String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return "(%s can't be read: %s)".formatted(log, e.getMessage());
        }
    }

    /// Ends the program at once, as a power cut would; nothing of its own runs any more.
    public void kill() {
        process.destroyForcibly();
        ends(PATIENCE);
    }

    /// Asks the program to end, and ends it when it does not in time. Windows has no such question: there it is killed.
    @Override
    public void close() {
        stop(PATIENCE);
    }

    /// As [#close()], with more or less patience.
    public void stop(Duration patience) {
        process.destroy();
        if (!ends(patience)) {
            kill();
        }
    }

    /// Waits until the program ends by itself; its exit code.
    public int join() throws InterruptedException {
        return process.waitFor();
    }

    /// Waits until the program ends by itself; false when it does not in time.
    public boolean ends(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String toString() {
        return "%s (pid %d, log %s)".formatted(name, pid(), log);
    }
}
