package io.trunkline.backend.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Asks which numbers, and whether to go on.
final class Choosing {
    private final Terminal terminal;

    Choosing(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Those that were named, else those that are picked.
    List<CarrierNumber> of(List<CarrierNumber> numbers, ConnectRequest asked) {
        if (numbers.isEmpty()) {
            throw new CannotConnect(
                    CannotConnect.FAILED,
                    "The account has no number yet: buy one in Twilio's console and run this again.");
        }
        terminal.say("");
        terminal.say("Numbers of the account:");
        Sheet.numbers(numbers).forEach(terminal::say);
        if (asked.all()) {
            return numbers;
        }
        if (!asked.numbers().isEmpty()) {
            return named(numbers, asked.numbers());
        }
        return picked(
                numbers,
                terminal.ask("Which ones come here? (such as 1,3 or all)")
                        .orElseThrow(() -> new CannotConnect(
                                CannotConnect.WRONG, "Say which numbers: --number, once for each, or --all.")));
    }

    private static List<CarrierNumber> named(List<CarrierNumber> numbers, List<String> names) {
        var found = new ArrayList<CarrierNumber>();
        for (var name : names) {
            var plain = plain(name);
            found.add(numbers.stream()
                    .filter(each -> each.number().equals(plain))
                    .findFirst()
                    .orElseThrow(() -> new CannotConnect(
                            CannotConnect.WRONG,
                            "The account has no number %s; it has: %s."
                                    .formatted(
                                            plain,
                                            numbers.stream()
                                                    .map(CarrierNumber::number)
                                                    .collect(Collectors.joining(", "))))));
        }
        return found.stream().distinct().toList();
    }

    static String plain(String number) {
        return number.replaceAll("[\\s().-]", "");
    }

    private static List<CarrierNumber> picked(List<CarrierNumber> numbers, String answer) {
        if (answer.strip().equalsIgnoreCase("all")) {
            return numbers;
        }
        var found = new ArrayList<CarrierNumber>();
        for (var part : answer.split("[,\\s]+", -1)) {
            if (!part.matches("\\d{1,4}") || Integer.parseInt(part) < 1 || Integer.parseInt(part) > numbers.size()) {
                throw new CannotConnect(
                        CannotConnect.WRONG,
                        "'%s' is not one of 1 to %d, nor all. Nothing was changed.".formatted(part, numbers.size()));
            }
            found.add(numbers.get(Integer.parseInt(part) - 1));
        }
        return found.stream().distinct().toList();
    }

    static void agreed(Terminal terminal, ConnectRequest asked) {
        if (asked.yes()) {
            return;
        }
        var answer = terminal.ask("Go on? (yes or no)")
                .orElseThrow(() -> new CannotConnect(
                        CannotConnect.WRONG,
                        "Nothing was changed: there is nobody to ask. Say --yes to go on without."));
        if (!answer.strip().toLowerCase(Locale.ROOT).matches("y|yes")) {
            throw new CannotConnect(CannotConnect.FAILED, "Nothing was changed.");
        }
    }
}
