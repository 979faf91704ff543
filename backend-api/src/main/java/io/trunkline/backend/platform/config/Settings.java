package io.trunkline.backend.platform.config;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/// Reads settings by key, each with its default and its bounds.
///
/// A value comes from `-Dtrunkline.http.port`, else the environment's `TRUNKLINE_HTTP_PORT`, else the file named by
/// `trunkline.config`, else `application.yaml`. A value out of bounds is a [SettingFault].
public final class Settings {
    private static final String PREFIX = "trunkline.";

    private final Map<String, String> file;
    private final Map<String, String> environment;
    private final Properties properties;
    private final Set<String> asked = new ConcurrentSkipListSet<>();

    private Settings(Map<String, String> file, Map<String, String> environment, Properties properties) {
        this.file = file;
        this.environment = environment;
        this.properties = properties;
    }

    /// Settings of this process.
    public static Settings load() {
        var environment = System.getenv();
        var properties = System.getProperties();
        var named = new Settings(Map.of(), environment, properties).find("config");
        return new Settings(SettingsFile.read(named), environment, properties);
    }

    /// Settings from a map of keys, for tests and tools.
    public static Settings of(Map<String, String> values) {
        return new Settings(Map.copyOf(values), Map.of(), new Properties());
    }

    static Settings of(Map<String, String> file, Map<String, String> environment, Properties properties) {
        return new Settings(file, environment, properties);
    }

    public String text(String key, String fallback) {
        return find(key).orElse(fallback);
    }

    /// The value when one is set and not blank.
    public Optional<String> optional(String key) {
        return find(key);
    }

    public Secret secret(String key, String fallback) {
        return new Secret(find(key).orElse(fallback));
    }

    public int whole(String key, int fallback, int least, int most) {
        return find(key).map(value -> whole(key, value, least, most)).orElse(fallback);
    }

    public boolean flag(String key, boolean fallback) {
        return find(key)
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "on" -> true;
                    case "false", "no", "off" -> false;
                    default -> throw SettingFault.wrong(key, value, "true or false");
                })
                .orElse(fallback);
    }

    /// A length of time such as `250ms`, `30s`, `5m`, `8h`, `90d` or ISO-8601 `PT30S`.
    public Duration duration(String key, Duration fallback, Duration least, Duration most) {
        return find(key).map(value -> duration(key, value, least, most)).orElse(fallback);
    }

    public URI uri(String key, URI fallback) {
        return find(key).map(value -> uri(key, value)).orElse(fallback);
    }

    public <E extends Enum<E>> E choice(String key, E fallback) {
        var type = fallback.getDeclaringClass();
        return find(key)
                .map(value -> Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name().equalsIgnoreCase(value.replace('-', '_')))
                        .findFirst()
                        .orElseThrow(() ->
                                SettingFault.wrong(key, value, "one of " + Arrays.toString(type.getEnumConstants()))))
                .orElse(fallback);
    }

    /// A list parted by commas; blank parts are dropped.
    public List<String> list(String key, List<String> fallback) {
        return find(key)
                .map(value -> Arrays.stream(value.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .orElse(fallback);
    }

    /// Keys that were written in a file or with `-D` but that nobody asked for: most likely misspelt.
    public Set<String> unknown() {
        var written = new TreeSet<>(file.keySet());
        for (var name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                written.add(name.substring(PREFIX.length()));
            }
        }
        written.removeAll(asked);
        return written;
    }

    static String environmentName(String key) {
        return (PREFIX + key).toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private Optional<String> find(String key) {
        asked.add(key);
        var value = Optional.ofNullable(properties.getProperty(PREFIX + key))
                .or(() -> Optional.ofNullable(environment.get(environmentName(key))))
                .or(() -> Optional.ofNullable(file.get(key)));
        return value.map(String::strip).filter(text -> !text.isEmpty());
    }

    private static int whole(String key, String value, int least, int most) {
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

    private static Duration duration(String key, String value, Duration least, Duration most) {
        var allowed = "a length of time from %s to %s, such as 250ms, 30s, 5m, 8h or 90d".formatted(least, most);
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

    private static URI uri(String key, String value) {
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
}
