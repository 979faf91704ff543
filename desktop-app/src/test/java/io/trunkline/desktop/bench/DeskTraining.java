package io.trunkline.desktop.bench;

import io.trunkline.desktop.os.AppFolder;
import io.trunkline.desktop.os.SingleInstance;
import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Plan;
import io.trunkline.launcher.Program;
import io.trunkline.launcher.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the AOT cache of the packaged desktop: starts it for an agent who is in a call, which it enters, and ends it,
/// which writes down the classes it loaded and linked. Arguments: the jar, the cache, and the command that starts the
/// packaged program, if it is not the jar on this Java. Without a cache the desktop only starts slower, so a failure is
/// said and does not stop the build.
final class DeskTraining {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(40);
    private static final Duration WRITING = Duration.ofSeconds(90);

    /// A cache that knows how the code behaved has the second compiler take a core from the first moment on, for a
    /// second; without that it compiles what stays hot.
    private static final String WITHOUT_PROFILES = "-XX:TieredStopAtLevel=1";

    private final Centre centre;
    private final Path jar;
    private final Optional<Path> program;
    private final Path folder;

    private DeskTraining(Centre centre, Path jar, Optional<Path> program, Path folder) {
        this.centre = centre;
        this.jar = jar;
        this.program = program;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        var jar = Path.of(arguments[0]).toAbsolutePath();
        var cache = Path.of(arguments[1]).toAbsolutePath();
        if (Files.exists(cache) && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) >= 0) {
            return;
        }
        Files.deleteIfExists(cache);
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "aot")), "run")
                .toAbsolutePath();
        var checkout = Path.of("..").toAbsolutePath().normalize();
        attempt(() -> {
            try (var centre = Centre.start(Plan.test(checkout, folder.resolve("centre")), Map.of())) {
                Demo.seed(centre);
                new DeskTraining(
                                centre,
                                jar,
                                Stream.of(arguments).skip(2).findFirst().map(Path::of),
                                folder)
                        .train(cache);
            }
        });
        System.out.println(
                Files.exists(cache)
                        ? "AOT cache: " + Files.size(cache) / 1_000_000 + " MB in " + cache
                        : "There is no AOT cache, so the desktop will start slower: see " + folder);
        if (Files.exists(cache)) {
            remove(folder);
        }
    }

    /// Says why it failed.
    static void attempt(Runnable training) {
        try {
            training.run();
        } catch (IllegalStateException | UncheckedIOException | Rest.Refused | Rest.Unreachable e) {
            System.out.println(e.getMessage());
        }
    }

    private void train(Path cache) {
        var agent = Demo.signIn(centre.backend(), Demo.AGENT, centre.secrets().password());
        try (var first = desk()) {
            await(() -> first.running() && !presence(agent).equals("OFFLINE"));
            agent.put("/api/v1/presence", Map.of("command", UUID.randomUUID(), "state", "AVAILABLE"));
            centre.simulator()
                    .post(
                            "/control/calls",
                            Map.of("from", "+12025550190", "to", Demo.NUMBER, "digits", "3", "patience", 300));
            await(() -> !offered(agent).isEmpty());
            accept(agent);
        }
        var second = desk("-XX:AOTCacheOutput=" + cache, WITHOUT_PROFILES);
        await(() -> talks(agent));
        end(second);
    }

    /// Over its own door, since what is killed leaves no cache, and Windows knows no other way to end a program.
    private void end(Program desk) {
        try {
            var asked = SingleInstance.quit(AppFolder.at(folder.resolve("desk")));
            if (!asked) {
                System.out.println("Nobody hears at the desktop's door, so the system ends it.");
            }
            if (!asked || !desk.ends(WRITING)) {
                desk.stop(WRITING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Program desk(String... options) {
        var words = List.of(
                "--backend",
                centre.backendAddress().toString(),
                "--tenant",
                Demo.TENANT,
                "--email",
                Demo.AGENT,
                "--home",
                folder.resolve("desk").toString(),
                "--headless");
        var settings =
                new HashMap<>(Map.of("TRUNKLINE_PASSWORD", centre.secrets().password()));
        if (program.isEmpty()) {
            return Program.start("desktop", jar, List.of(options), words, settings, folder);
        }
        // in quotes, since a folder's name may have spaces
        settings.put(
                "JAVA_TOOL_OPTIONS",
                Stream.of(options).map(each -> '"' + each + '"').collect(Collectors.joining(" ")));
        return Program.run(
                "desktop",
                Stream.concat(Stream.of(program.get().toString()), words.stream())
                        .toList(),
                settings,
                folder);
    }

    private static String presence(Rest agent) {
        return agent.get("/api/v1/desk").path("presence").path("state").asText();
    }

    private static String offered(Rest agent) {
        return agent.get("/api/v1/desk").path("reservations").path(0).path("id").asText();
    }

    /// Where none came in time, the desktop learns its screens without a call.
    static void accept(Rest agent) {
        var offer = offered(agent);
        if (!offer.isEmpty()) {
            agent.post("/api/v1/reservations/" + offer + "/accept", Map.of("command", UUID.randomUUID()));
        }
    }

    private static boolean talks(Rest agent) {
        var parties = agent.get("/api/v1/desk").path("calls").path(0).path("parties");
        for (var party : parties) {
            if (party.path("role").asText().equals("AGENT")
                    && party.path("connected").asBoolean()) {
                return true;
            }
        }
        return false;
    }

    /// Asks seldom, since the backend limits how often it is asked. What does not come is left out of the cache.
    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(700));
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
