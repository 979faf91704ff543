package io.trunkline.backend.platform.config;

import io.trunkline.backend.platform.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// The settings files, flattened to `http.port` keys. A named file adds to and replaces what the built-in one says.
final class SettingsFile {
    private SettingsFile() {}

    static Map<String, String> read(Optional<Path> named) {
        var values = new HashMap<String, String>();
        try (var builtIn = SettingsFile.class.getResourceAsStream("/application.yaml")) {
            if (builtIn != null) {
                flatten(values, "", parse(builtIn, "application.yaml"));
            }
        } catch (IOException e) {
            throw new SettingFault("The built-in application.yaml cannot be read: " + e.getMessage());
        }
        named.ifPresent(file -> readFile(values, file));
        return Map.copyOf(values);
    }

    private static void readFile(Map<String, String> values, Path path) {
        try (var in = Files.newInputStream(path)) {
            flatten(values, "", parse(in, path.toString()));
        } catch (IOException e) {
            throw new SettingFault("The settings file %s cannot be read: %s".formatted(path, FileTrouble.reading(e)));
        }
    }

    private static @Nullable Object parse(InputStream in, String name) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (YAMLException e) {
            throw new SettingFault("The settings file %s is not YAML: %s".formatted(name, e.getMessage()));
        }
    }

    private static void flatten(Map<String, String> values, String prefix, @Nullable Object node) {
        switch (node) {
            case null -> {}
            case Map<?, ?> map ->
                map.forEach((key, value) ->
                        flatten(values, prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key, value));
            case List<?> list ->
                values.put(
                        prefix,
                        String.join(",", list.stream().map(String::valueOf).toList()));
            case Object scalar -> values.put(prefix, scalar.toString());
        }
    }
}
