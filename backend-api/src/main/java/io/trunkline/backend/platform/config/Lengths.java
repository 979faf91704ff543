package io.trunkline.backend.platform.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Lengths of time as people write them.
final class Lengths {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,15})(ms|s|m|h|d)");

    private Lengths() {}

    /// As people write it: `5m`, not `PT5M`.
    static String write(Duration length) {
        if (length.isZero()) {
            return "0s";
        }
        for (var unit : Unit.values()) {
            if (length.toMillis() % unit.millis == 0) {
                return length.toMillis() / unit.millis + unit.name().toLowerCase(Locale.ROOT);
            }
        }
        return length.toString();
    }

    private enum Unit {
        D(86_400_000),
        H(3_600_000),
        M(60_000),
        S(1_000),
        MS(1);

        private final long millis;

        Unit(long millis) {
            this.millis = millis;
        }
    }

    static Duration parse(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var shape = SHORT.matcher(lower);
        if (!shape.matches()) {
            return Duration.parse(text);
        }
        var amount = Long.parseLong(shape.group(1));
        return switch (shape.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> throw new DateTimeParseException("unknown unit", text, 0);
        };
    }
}
