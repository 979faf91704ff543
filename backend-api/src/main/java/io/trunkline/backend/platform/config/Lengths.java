package io.trunkline.backend.platform.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Lengths of time as people write them.
final class Lengths {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,15})(ms|s|m|h|d)");

    private Lengths() {}

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
