package io.trunkline.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.trunkline.model.json.Json;
import io.trunkline.simulator.account.Account;
import io.trunkline.simulator.account.Unkindness;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How the simulator is started. Each setting is an argument `--port=…`, a system property `trunkline.sim.port` or an
/// environment variable `TRUNKLINE_SIM_PORT`, in this order.
///
/// @param port 0 takes a free one
/// @param media where recordings are kept
/// @param seed of everything drawn by lot
/// @param speed how many times faster than the clock the carrier lives
/// @param numbers a JSON file of numbers and applications to begin with
/// @param scenario the name of a scenario, or a JSON file, to start with
public record Settings(
        String host,
        int port,
        Account account,
        Path media,
        long seed,
        double speed,
        Unkindness unkindness,
        Optional<Path> numbers,
        Optional<String> scenario) {
    public Settings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
        if (speed <= 0 || speed > 1_000) {
            throw new IllegalArgumentException("speed must be above 0 and at most 1000, not " + speed);
        }
        if (!account.sid().matches("AC[0-9a-f]{32}")) {
            throw new IllegalArgumentException("account must be AC and 32 hexadecimal digits");
        }
    }

    static Settings load(String[] args) {
        return of(arguments(args), System.getenv());
    }

    /// @param given by argument or property name without prefix
    static Settings of(Map<String, String> given, Map<String, String> environment) {
        var read = new Reader(given, environment);
        return new Settings(
                read.text("host", "127.0.0.1"),
                Integer.parseInt(read.text("port", "8090")),
                new Account(
                        read.text("account", "AC00000000000000000000000000000001"),
                        read.text("token", "simulator-auth-token"),
                        read.text("key", "SK00000000000000000000000000000001"),
                        read.text("secret", "simulator-api-key-secret-of-32-letters")),
                Path.of(read.text("media", "data/simulator-media")),
                Long.parseLong(read.text("seed", "1")),
                Double.parseDouble(read.text("speed", "1")),
                unkindness(read.text("unkind", "")),
                Optional.of(read.text("numbers", "")).filter(v -> !v.isBlank()).map(Path::of),
                Optional.of(read.text("scenario", "")).filter(v -> !v.isBlank()));
    }

    /// `kind`, or a JSON object whose fields replace the usual ones.
    private static Unkindness unkindness(String text) {
        try {
            return switch (text) {
                case "", "usual" -> Unkindness.USUAL;
                case "kind" -> Unkindness.KIND;
                default -> Unkindness.USUAL.with(Json.mapper().readTree(text));
            };
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "unkind must be usual, kind or a JSON object: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, String> arguments(String[] args) {
        var given = new HashMap<String, String>();
        for (var arg : args) {
            var cut = arg.indexOf('=');
            if (!arg.startsWith("--") || cut < 0) {
                throw new IllegalArgumentException("an argument looks like --port=8090, not " + arg);
            }
            given.put(arg.substring(2, cut), arg.substring(cut + 1));
        }
        return given;
    }

    private record Reader(Map<String, String> given, Map<String, String> environment) {
        String text(String name, String otherwise) {
            return Optional.ofNullable(given.get(name))
                    .or(() -> Optional.ofNullable(System.getProperty("trunkline.sim." + name)))
                    .or(() -> Optional.ofNullable(environment.get("TRUNKLINE_SIM_" + name.toUpperCase(Locale.ROOT))))
                    .orElse(otherwise);
        }
    }

    @Override
    public String toString() {
        return "Settings[" + host + ":" + port + ", " + account + ", media " + media + ", seed " + seed + ", speed "
                + speed + ", " + unkindness + "]";
    }
}
