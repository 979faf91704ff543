package io.trunkline.backend.platform.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Which PostgreSQL is used: an outside one when `url` is set, else an embedded one with its data in
/// `embeddedDirectory`.
///
/// `user` and `password` belong to whoever may create roles and tables; the program itself works under roles of less
/// right, whose password is `rolePassword`.
public record DatabaseConfig(
        Optional<String> url,
        String user,
        Secret password,
        Secret rolePassword,
        Path embeddedDirectory,
        int embeddedPort,
        int poolSize,
        int systemPoolSize,
        Duration connectionWait) {
    public static DatabaseConfig from(Settings settings) {
        var url = settings.parsed(
                "database.url",
                Setting.Kind.ADDRESS,
                "",
                "an address such as jdbc:postgresql://host:5432/trunkline",
                DatabaseConfig::url);
        return new DatabaseConfig(
                url,
                settings.text("database.user", "postgres"),
                settings.secret("database.password", ""),
                settings.secret("database.role-password", ""),
                settings.path("database.embedded.directory", "data/postgres"),
                settings.whole("database.embedded.port", 54329, 0, 65535),
                settings.whole("database.pool-size", 16, 2, 500),
                settings.whole("database.system-pool-size", 4, 2, 50),
                settings.duration(
                        "database.connection-wait",
                        Duration.ofSeconds(1),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(30)));
    }

    private static Optional<String> url(String text) {
        if (!text.isEmpty() && !text.startsWith("jdbc:postgresql://")) {
            throw new IllegalArgumentException(text);
        }
        return Optional.of(text).filter(address -> !address.isEmpty());
    }
}
