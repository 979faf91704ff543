package io.trunkline.backend.identity;

import io.trunkline.backend.platform.config.Secret;
import io.trunkline.backend.platform.config.Settings;
import java.nio.file.Path;
import java.time.Duration;

/// How people sign in. Without `tokenKey` a key is made once and kept in `tokenKeyFile`.
public record IdentityConfig(
        Secret tokenKey, Path tokenKeyFile, Duration refreshLife, int requestsPerMinute, BootstrapConfig bootstrap) {
    public static IdentityConfig from(Settings settings) {
        return new IdentityConfig(
                settings.secretBesideItsFile("identity.token-key"),
                settings.path("identity.token-key-file", "data/identity/token.key"),
                settings.duration(
                        "identity.refresh-life", Duration.ofDays(14), Duration.ofMinutes(20), Duration.ofDays(90)),
                settings.whole("identity.requests-per-minute", 100, 10, 100_000),
                BootstrapConfig.from(settings));
    }
}
