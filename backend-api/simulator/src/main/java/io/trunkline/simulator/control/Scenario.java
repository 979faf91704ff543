package io.trunkline.simulator.control;

import io.trunkline.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Customers and how busy they are. The same scenario with the same seed calls and writes in the same order.
///
/// @param callsPerMinute on average
/// @param textsPerMinute on average
/// @param mostCalls callers at once
/// @param seed 0 takes the simulator's
public record Scenario(
        String name, long seed, double callsPerMinute, double textsPerMinute, int mostCalls, List<Customer> customers) {
    /// Somebody who calls and writes.
    ///
    /// @param digits one group per question, separated by commas
    /// @param patience seconds until they hang up if nobody answers, 0 for ever
    /// @param talk seconds they talk
    /// @param texts what they write, one each time, in turn
    /// @param replies what they answer to a text, one each time, in turn
    public record Customer(
            String name,
            String number,
            String digits,
            double patience,
            double talk,
            List<String> texts,
            List<String> replies) {
        public Customer {
            texts = List.copyOf(Optional.ofNullable(texts).orElse(List.of()));
            replies = List.copyOf(Optional.ofNullable(replies).orElse(List.of()));
            digits = Optional.ofNullable(digits).orElse("");
        }
    }

    public Scenario {
        customers = List.copyOf(customers);
        if (customers.isEmpty() || callsPerMinute < 0 || textsPerMinute < 0 || mostCalls < 0) {
            throw new IllegalArgumentException("a scenario has customers, and rates that are not negative");
        }
    }

    /// A scenario that comes with the simulator, or a file.
    static Scenario load(String nameOrFile) {
        try (var own = Scenario.class.getResourceAsStream("/scenarios/" + nameOrFile + ".json")) {
            if (own != null) {
                return Json.mapper().readValue(own, Scenario.class);
            }
            var file = Path.of(nameOrFile);
            if (!Files.isRegularFile(file)) {
                throw new Order.Bad("There is no scenario '" + nameOrFile + "'.");
            }
            return Json.mapper().readValue(file.toFile(), Scenario.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the scenario cannot be read: " + nameOrFile, e);
        }
    }
}
