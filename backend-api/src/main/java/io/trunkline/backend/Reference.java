package io.trunkline.backend;

import io.trunkline.backend.platform.config.Setting;
import io.trunkline.backend.platform.config.Settings;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The reference of settings, made of what the records ask for and of the sentences in `settings.properties`.
final class Reference {
    private static final String WORDS = "/settings.properties";

    private static final String PREFACE = """
            # Settings

            Made by `trunkline-backend settings`; a test fails when it is not what the program says.

            Every setting has a default. Write one into the settings file (YAML, named by `TRUNKLINE_CONFIG`), or give it by the
            environment: `http.port` is `TRUNKLINE_HTTP_PORT`, with dots and hyphens as underscores. What is not secret can also stand on
            Java's command line as `-Dtrunkline.http.port=9090`. The command line is heard before the environment, and that before the
            file. `trunkline-backend --check-config` names every wrong and every unknown key without starting anything.

            A **secret** never stands on a command line; the program refuses to start then. It is read from the file named by its key with
            `-file` behind (`database.password-file`), else from systemd's credentials (`LoadCredential=database.password:/some/file`), else
            from the environment or the settings file, which then should be readable by its owner and group only.

            Lengths of time are written `250ms`, `30s`, `5m`, `8h` or `90d`.
            """;

    private Reference() {}

    /// Every setting of the program, by key.
    static Collection<Setting> settings() {
        var settings = Settings.of(Map.of());
        SettingsRecords.read(settings, fault -> {
            throw fault;
        });
        return settings.asked();
    }

    /// A sentence for each key.
    static Map<String, String> words() {
        var words = new Properties();
        try (var in = Objects.requireNonNull(Reference.class.getResourceAsStream(WORDS));
                var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, words::getProperty));
    }

    static String markdown() {
        var words = words();
        var groups = settings().stream()
                .collect(Collectors.groupingBy(
                        each -> each.key().split("\\.", 2)[0], TreeMap::new, Collectors.toList()));
        var page = new ArrayList<String>(List.of(PREFACE));
        groups.forEach((group, settings) -> {
            page.add("## " + group);
            page.add("");
            page.add("| Setting | Kind | Default | Allowed | For |");
            page.add("|---|---|---|---|---|");
            settings.forEach(each -> page.add(row(each, words.getOrDefault(each.key(), ""))));
            page.add("");
        });
        return String.join("\n", page);
    }

    private static String row(Setting setting, String words) {
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(setting.key(), setting.kind(), setting.fallback(), setting.allowed(), words)
                .replaceAll(" {2,}", " ");
    }
}
