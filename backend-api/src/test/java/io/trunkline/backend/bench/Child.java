package io.trunkline.backend.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process of the bench: a server under load or the load itself. What it has to tell, it tells in lines on its
/// standard output.
final class Child implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedReader said;
    private final Writer told;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
        this.said = process.inputReader();
        this.told = process.outputWriter();
    }

    /// A program whose output is its log.
    static Child server(String name, Path folder, Map<String, String> environment, List<String> command) {
        return start(name, folder, environment, command, true);
    }

    /// A program that is heard.
    static Child start(String name, Path folder, Map<String, String> environment, List<String> command) {
        return start(name, folder, environment, command, false);
    }

    private static Child start(
            String name, Path folder, Map<String, String> environment, List<String> command, boolean silent) {
        try {
            var builder = new ProcessBuilder(command)
                    .directory(Files.createDirectories(folder).toFile());
            builder.environment().putAll(environment);
            var log = ProcessBuilder.Redirect.appendTo(log(name).toFile());
            builder.redirectError(log);
            if (silent) {
                builder.redirectOutput(log);
            }
            return new Child(name, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " did not start: " + String.join(" ", command), e);
        }
    }

    /// A class of the bench in a JVM of its own.
    static Child java(Class<?> main, String... arguments) {
        return java(main.getName(), arguments);
    }

    static Child java(String main, String... arguments) {
        var command = Stream.concat(
                Stream.of(javaProgram(), "-Xmx2g", "-cp", System.getProperty("java.class.path"), main),
                Stream.of(arguments));
        return start(main, Path.of("."), Map.of(), command.toList());
    }

    static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path log(String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "bench"));
        return folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".log").toAbsolutePath();
    }

    /// The rest of the next line that begins with the word.
    String await(String word) {
        for (var line = line(); ; line = line()) {
            if (line.startsWith(word)) {
                return line.substring(word.length()).strip();
            }
        }
    }

    String line() {
        try {
            var line = said.readLine();
            if (line == null) {
                throw new IllegalStateException(name + " ended early; its last words are in target/bench");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be heard", e);
        }
    }

    void tell(String line) {
        try {
            told.write(line + "\n");
            told.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " does not listen", e);
        }
    }

    long pid() {
        return process.pid();
    }

    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Memory in use, in KiB; 0 where the system does not tell.
    long memory() {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    boolean running() {
        return process.isAlive();
    }

    /// Asks the process to end, and ends it when that takes too long.
    void stop(Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(10));
    }
}
