package io.trunkline.backend.platform.config;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What was written behind a key, read as what it should be. Pure.
final class Values {
    private Values() {}

    static int whole(String key, String value, int least, int most) {
        var allowed = "a whole number from %d to %d".formatted(least, most);
        try {
            var number = Integer.parseInt(value);
            if (number < least || number > most) {
                throw SettingFault.wrong(key, value, allowed);
            }
            return number;
        } catch (NumberFormatException _) {
            throw SettingFault.wrong(key, value, allowed);
        }
    }

    static boolean flag(String key, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw SettingFault.wrong(key, value, "true or false");
        };
    }

    static Duration duration(String key, String value, Duration least, Duration most) {
        var allowed = "a length of time from %s to %s, such as 250ms, 30s, 5m, 8h or 90d"
                .formatted(Lengths.write(least), Lengths.write(most));
        try {
            var length = Lengths.parse(value);
            if (length.compareTo(least) < 0 || length.compareTo(most) > 0) {
                throw SettingFault.wrong(key, value, allowed);
            }
            return length;
        } catch (DateTimeParseException | ArithmeticException _) {
            throw SettingFault.wrong(key, value, allowed);
        }
    }

    static URI uri(String key, String value) {
        var allowed = "an absolute address such as https://centre.example.com";
        try {
            var uri = URI.create(value);
            if (!uri.isAbsolute() || uri.getHost() == null) {
                throw SettingFault.wrong(key, value, allowed);
            }
            return uri;
        } catch (IllegalArgumentException _) {
            throw SettingFault.wrong(key, value, allowed);
        }
    }

    static <E extends Enum<E>> E choice(String key, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(value.replace('-', '_')))
                .findFirst()
                .orElseThrow(
                        () -> SettingFault.wrong(key, value, "one of " + Arrays.toString(type.getEnumConstants())));
    }

    static List<String> list(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
