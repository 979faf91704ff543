package io.trunkline.backend.platform.config;

import java.util.UUID;

/// What the platform itself needs; features read their own records from the same [Settings].
///
/// `node` names this program among its like and stays the same over a restart, so that it succeeds its earlier life at
/// once.
public record BackendConfig(String node, HttpConfig http, DatabaseConfig database) {
    public static BackendConfig from(Settings settings) {
        var http = HttpConfig.from(settings);
        var unnamed = http.port() == 0
                ? UUID.randomUUID().toString()
                : System.getenv().getOrDefault("HOSTNAME", "node") + ":" + http.port();
        return new BackendConfig(
                settings.text("node.name", unnamed, "the name of the machine, and the port"),
                http,
                DatabaseConfig.from(settings));
    }
}
