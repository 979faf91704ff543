package io.trunkline.backend.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who takes part in the benches of webhooks.
final class Contenders {
    static final String OURS = "trunkline";
    static final String PEER = "fastify";
    static final String VOICE_PATH = "/twilio/voice/inbound";
    static final String NOTICE_PATH = "/twilio/voice/status";
    private static final int POOL = 16;
    private static final Path JAR = Path.of("target", "backend-api.jar").toAbsolutePath();
    private static final Path CACHE = Path.of("target", "backend-api.aot").toAbsolutePath();

    private Contenders() {}

    static List<Contender> all(BenchDatabase database) throws SQLException, IOException, InterruptedException {
        return List.of(trunkline(database), fastify(database));
    }

    /// The packaged backend, set up once in a run of its own.
    private static Contender trunkline(BenchDatabase database) throws SQLException, IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            throw new NodePeers.Missing(
                    "The backend is not packaged: run the bench as ./mvnw -Pbench verify -pl backend-api -am.");
        }
        database.create("ours");
        var contender = backend(OURS, database, List.of("-XX:AOTCache=" + CACHE));
        try (var server = contender.start()) {
            FirstAnswer.listening(server);
            BackendSetup.apply(server.port());
        }
        return contender;
    }

    /// The same without its cache, to see what that gives.
    static Contender withoutCache(BenchDatabase database) {
        return backend("trunkline, no cache", database, List.of("-XX:AOTMode=off"));
    }

    private static Contender backend(String name, BenchDatabase database, List<String> options) {
        return new Contender(name, "ours", VOICE_PATH, NOTICE_PATH, port -> {
            var folder = Path.of("target", "bench", "backend").toAbsolutePath();
            var settings = new HashMap<>(database.settings("ours"));
            settings.putAll(BackendSetup.bootstrap());
            settings.put("TRUNKLINE_HTTP_PORT", String.valueOf(port));
            settings.put("TRUNKLINE_HTTP_PUBLIC_URL", Contender.PUBLIC_URL);
            settings.put("TRUNKLINE_DATABASE_POOL_SIZE", String.valueOf(POOL));
            var command = new ArrayList<>(List.of(Child.javaProgram(), "-Xmx1g", "-XX:+UseSerialGC"));
            command.addAll(options);
            command.addAll(List.of("-jar", JAR.toString()));
            return Child.server(name, folder, settings, command);
        });
    }

    /// Fastify with twilio and pg, as in `backend-api/bench/webhook.mjs`.
    private static Contender fastify(BenchDatabase database) throws SQLException {
        database.create("peer");
        database.open("peer").close();
        database.run(
                "peer",
                "INSERT INTO tenant (tenant_id, key, name) VALUES ('" + Contender.TENANT + "', 'bench', 'Bench')");
        return new Contender(
                PEER,
                "peer",
                "/voice",
                "/notice",
                port -> NodePeers.server(
                        PEER,
                        "webhook.mjs",
                        Map.of(
                                "DATABASE",
                                "postgres://trunkline_app:bench@127.0.0.1:" + database.port() + "/peer",
                                "POOL",
                                String.valueOf(POOL),
                                "TOKEN",
                                Contender.TOKEN,
                                "PUBLIC_URL",
                                Contender.PUBLIC_URL,
                                "TENANT",
                                Contender.TENANT.toString(),
                                "PORT",
                                String.valueOf(port),
                                "NODE_ENV",
                                "production")));
    }
}
