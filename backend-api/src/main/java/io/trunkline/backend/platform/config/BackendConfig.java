package io.trunkline.backend.platform.config;

/// What the platform itself needs; features read their own records from the same [Settings].
public record BackendConfig(HttpConfig http, DatabaseConfig database) {
    public static BackendConfig from(Settings settings) {
        return new BackendConfig(HttpConfig.from(settings), DatabaseConfig.from(settings));
    }
}
