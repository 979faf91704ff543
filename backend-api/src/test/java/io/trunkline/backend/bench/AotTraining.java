package io.trunkline.backend.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Makes the AOT cache of the packaged backend: starts it on an embedded PostgreSQL, asks it what any client would, and
/// stops it, which writes down the classes it loaded and linked and the profiles of its methods. Arguments: the jar,
/// the cache, and the command that starts the packaged program, if it is not the jar on this Java. Without a cache
/// the backend only starts slower, so a failure is said and does not stop the build.
final class AotTraining {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);
    private static final List<String> ASKED =
            List.of("/health/live", "/health/ready", "/metrics", "/openapi.json", "/nowhere");
    private static final int TIMES = 20;

    /// Enough for the JIT's profiles, which the cache keeps as well, to be those of a server at work.
    private static final int WEBHOOKS = Integer.getInteger("training.webhooks", 1_500);

    private AotTraining() {}

    public static void main(String[] arguments) throws Exception {
        var jar = Path.of(arguments[0]).toAbsolutePath();
        var cache = Path.of(arguments[1]).toAbsolutePath();
        if (Files.exists(cache) && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) >= 0) {
            return;
        }
        Files.deleteIfExists(cache);
        train(jar, cache, arguments.length > 2 ? Path.of(arguments[2]) : null);
        System.out.println(
                Files.exists(cache)
                        ? "AOT cache: " + Files.size(cache) / 1_000_000 + " MB in " + cache
                        : "There is no AOT cache, so the backend will start slower: see target/bench/training.log");
    }

    private static void train(Path jar, Path cache, @Nullable Path program)
            throws IOException, InterruptedException, GeneralSecurityException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "aot")), "run")
                .toAbsolutePath();
        var port = Contender.freePort();
        var settings = new HashMap<>(BackendSetup.bootstrap());
        settings.putAll(Map.of(
                "TRUNKLINE_HTTP_PUBLIC_URL",
                Contender.PUBLIC_URL,
                "TRUNKLINE_HTTP_PORT",
                String.valueOf(port),
                "TRUNKLINE_DATABASE_EMBEDDED_DIRECTORY",
                folder.resolve("postgres").toString(),
                "TRUNKLINE_DATABASE_EMBEDDED_PORT",
                "0"));
        var output = "-XX:AOTCacheOutput=" + cache;
        var command = program == null
                ? List.of(Child.javaProgram(), "-XX:+UseSerialGC", output, "-jar", jar.toString())
                : List.of(program.toString());
        if (program != null) {
            settings.put("JAVA_TOOL_OPTIONS", output);
        }
        try (var backend = Child.server("training", folder, settings, command);
                var client = HttpClient.newHttpClient()) {
            if (ready(client, backend, port)) {
                for (var i = 0; i < TIMES; i++) {
                    ASKED.forEach(path -> status(client, port, path));
                }
                call(port);
            }
            backend.stop(Duration.ofSeconds(90));
        }
        remove(folder);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Calls arrive, and what the carrier tells of them.
    private static void call(int port) throws IOException, InterruptedException, GeneralSecurityException {
        BackendSetup.apply(port);
        for (var kind : VoiceForms.Kind.values()) {
            var path = kind == VoiceForms.Kind.NOTICE ? Contenders.NOTICE_PATH : Contenders.VOICE_PATH;
            FirstAnswer.ask(port, new VoiceForms(Contender.target(kind, path), port).requests(WEBHOOKS));
        }
    }

    private static boolean ready(HttpClient client, Child backend, int port) {
        var end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end && backend.running()) {
            if (status(client, port, "/health/ready") == 200) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return false;
    }

    private static int status(HttpClient client, int port, String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
