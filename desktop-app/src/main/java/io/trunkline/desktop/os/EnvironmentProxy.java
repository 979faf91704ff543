package io.trunkline.desktop.os;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The variables by which a Linux without a desktop's settings names its web proxy; Java does not read them.
record EnvironmentProxy(Map<String, String> variables) {
    /// The proxy to a host; empty where it is reached without.
    Optional<WebProxy.At> to(String host) {
        return first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
                .flatMap(WebProxy::address)
                .filter(_ -> !excepted(host.toLowerCase(Locale.ROOT)));
    }

    /// `no_proxy` names hosts and ends of hosts, with or without a dot before them.
    private boolean excepted(String host) {
        return first("no_proxy", "NO_PROXY").stream()
                .flatMap(names -> Arrays.stream(names.toLowerCase(Locale.ROOT).split("[,\\s]+")))
                .map(name -> name.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", ""))
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
    }

    private Optional<String> first(String... names) {
        return Stream.of(names)
                .flatMap(name -> Optional.ofNullable(variables.get(name)).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
