package io.trunkline.desktop;

import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Program;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A [DrivenDesk] that can be killed.
public final class DeskProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "desktop-app.jar").toAbsolutePath();

    private final Process process;
    private final BufferedReader said;
    private final Path log;

    private DeskProcess(Process process, Path log) {
        this.process = process;
        this.said = process.inputReader();
        this.log = log;
    }

    /// `words` go to the program as on its command line; its folder is `home`.
    static DeskProcess start(Path home, String... words) {
        return start(home, List.of(words), _ -> {});
    }

    /// `around` may change the program's environment.
    static DeskProcess start(Path home, List<String> words, Consumer<ProcessBuilder> around) {
        var java = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        Program.cacheOf(JAR).ifPresent(cache -> java.add("-XX:AOTCache=" + cache));
        return start(java, JAR, home, words, around);
    }

    /// The demo's agent, at a desk in `folder` of which the next start without words signs in by itself.
    static DeskProcess signIn(Centre centre, Path folder, Consumer<ProcessBuilder> around) throws IOException {
        var password =
                Files.writeString(folder.resolve("password"), centre.secrets().password());
        var words = List.of(
                "--backend",
                centre.backendAddress().toString(),
                "--tenant",
                Demo.TENANT,
                "--email",
                Demo.AGENT,
                "--password-file",
                password.toString());
        return start(folder.resolve("desk"), words, around);
    }

    /// The program of another jar on another Java, as of an installed one. Who was never here before has turned the
    /// ringer down: where tests run there may be no loudspeaker, and what is not heard is offered to others.
    public static DeskProcess start(List<String> java, Path jar, Path home, String... words) {
        return start(java, jar, home, List.of(words), _ -> {});
    }

    private static DeskProcess start(
            List<String> java, Path jar, Path home, List<String> words, Consumer<ProcessBuilder> around) {
        try {
            Files.createDirectories(home);
            var settings = home.resolve("settings.properties");
            if (Files.notExists(settings)) {
                Files.writeString(settings, "volume=0\n");
            }
            var log = Path.of("target", "desk-process.log").toAbsolutePath();
            var command = new ArrayList<>(java);
            command.addAll(List.of("-cp", classPath(jar), DrivenDesk.class.getName(), "--home", home.toString()));
            command.addAll(words);
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            around.accept(builder);
            return new DeskProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The packaged program, and behind it the test's hands.
    private static String classPath(Path jar) {
        var tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var classes = Path.of("target", "classes").toAbsolutePath().toString();
        return Stream.concat(
                        Stream.of(jar.toString()),
                        Stream.of(tests.split(File.pathSeparator)).filter(each -> !each.equals(classes)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Does one thing on the screen and returns what came of it.
    public String act(String line) {
        try {
            process.outputWriter().write(line + "\n");
            process.outputWriter().flush();
            for (var read = said.readLine(); read != null; read = said.readLine()) {
                if (read.startsWith(DrivenDesk.ANSWER)) {
                    return answer(line, read.substring(DrivenDesk.ANSWER.length()));
                }
            }
            throw new AssertionError("The desktop ended before it did “" + line + "”: see " + log);
        } catch (IOException e) {
            throw new UncheckedIOException("The desktop did not take “" + line + "”: see " + log, e);
        }
    }

    public boolean shows(String selector) {
        return act("shows " + selector).equals("true");
    }

    /// How loud a tone is in what the agent hears.
    double hears(double hertz) {
        return Double.parseDouble(act("hears " + hertz));
    }

    private static String answer(String line, String answer) {
        if (answer.startsWith("failed: ")) {
            throw new AssertionError(line + " " + answer);
        }
        return answer;
    }

    /// SIGKILL: nothing of the program runs any more.
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new AssertionError("The desktop does not die");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until it ends by itself; its exit code.
    int ends() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("The desktop does not end: see " + log);
        }
        return process.exitValue();
    }

    void soft() throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        kill();
    }
}
