package io.trunkline.backend.platform.config;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where values are written: on the command line, in the environment, in the settings files; the first that says
/// something is heard.
record Sources(Map<String, String> file, Map<String, String> environment, Properties properties) {
    /// Read by the log's own configuration, before there are settings.
    private static final Set<String> OF_THE_LOG = Set.of("TRUNKLINE_LOG_LEVEL", "TRUNKLINE_LOG_ROOT_LEVEL");

    Optional<String> find(String key) {
        return onCommandLine(key).or(() -> besideTheCommandLine(key));
    }

    Optional<String> onCommandLine(String key) {
        return said(properties.getProperty(Setting.PREFIX + key));
    }

    Optional<String> besideTheCommandLine(String key) {
        return said(environment.get(Setting.environmentName(key))).or(() -> said(file.get(key)));
    }

    /// Everything that is written and is none of the `known` keys, as it is written.
    Set<String> unknown(Set<String> known) {
        var unknown = new TreeSet<>(file.keySet());
        for (var name : properties.stringPropertyNames()) {
            if (name.startsWith(Setting.PREFIX)) {
                unknown.add(name.substring(Setting.PREFIX.length()));
            }
        }
        unknown.removeAll(known);
        var names = known.stream().map(Setting::environmentName).collect(Collectors.toSet());
        environment.keySet().stream()
                .filter(name -> name.startsWith(Setting.environmentName("")))
                .filter(name -> !names.contains(name) && !OF_THE_LOG.contains(name))
                .forEach(unknown::add);
        return unknown;
    }

    private static Optional<String> said(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
