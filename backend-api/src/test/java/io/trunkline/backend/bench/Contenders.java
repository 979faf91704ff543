package io.trunkline.backend.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Who takes part in the benches of webhooks.
final class Contenders {
    private static final int POOL = 16;

    private Contenders() {}

    static List<Contender> all(BenchDatabase database) throws SQLException {
        return List.of(fastify(database));
    }

    /// Fastify with twilio and pg, as in `backend-api/bench/webhook.mjs`.
    private static Contender fastify(BenchDatabase database) throws SQLException {
        database.create("peer");
        database.open("peer").close();
        database.run(
                "peer",
                "INSERT INTO tenant (tenant_id, key, name) VALUES ('" + Contender.TENANT + "', 'bench', 'Bench')");
        return new Contender(
                "fastify",
                "peer",
                "/voice",
                "/notice",
                port -> NodePeers.server(
                        "fastify",
                        "webhook.mjs",
                        Map.of(
                                "DATABASE",
                                "postgres://postgres:bench@127.0.0.1:" + database.port() + "/peer",
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
