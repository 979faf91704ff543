package io.trunkline.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a centre runs: the checkout with the built programs, the folder of its data, and the ports on this machine.
public record Plan(Path checkout, Path data, int backendPort, int simulatorPort, int databasePort) {
    /// The addresses the README names, with data kept between runs.
    public static Plan demo(Path checkout) {
        return new Plan(checkout, checkout.resolve("data/demo"), 8080, 8090, 54329);
    }

    /// Free ports and a folder of its own, for a test.
    public static Plan test(Path checkout, Path data) {
        return new Plan(checkout, data, Ports.free(), Ports.free(), Ports.free());
    }

    /// For a look into the database from the side, as its administrator; the backend has made its password.
    public String databaseUrl() {
        try {
            return "jdbc:postgresql://127.0.0.1:%d/trunkline?user=postgres&password=%s"
                    .formatted(
                            databasePort,
                            Files.readString(database().resolve("password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path database() {
        return data.resolve("postgres");
    }

    Path backendJar() {
        return checkout.resolve("backend-api/target/backend-api.jar");
    }

    Path simulatorJar() {
        return checkout.resolve("backend-api/simulator/target/simulator.jar");
    }

    Path desktopJar() {
        return checkout.resolve("desktop-app/target/desktop-app.jar");
    }
}
