package io.trunkline.backend.planted;

import io.trunkline.backend.live.Audience;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/// Breaks the laws on purpose, so that a test can see them found.
public final class PlantedRule {
    public static final class PlantedFeature {}

    private PlantedRule() {}

    static CompletableFuture<Instant> breakLaws(Connection connection) throws SQLException {
        connection.createStatement().close();
        Thread.ofVirtual().start(() -> new PlantedFeature());
        Audience.ofEveryone();
        return CompletableFuture.completedFuture(Instant.now());
    }
}
