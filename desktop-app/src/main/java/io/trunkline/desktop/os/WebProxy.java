package io.trunkline.desktop.os;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// By which web proxy this program goes, as IT has set it.
public sealed interface WebProxy {
    /// Host and port and nothing else.
    Pattern ADDRESS = Pattern.compile("(?:http://)?([^/@?#\\s]+:\\d{1,5})/?");

    /// As the system says for each address.
    record OfSystem() implements WebProxy {}

    /// By none, whatever the system says.
    record None() implements WebProxy {}

    /// By this one, whatever the system says.
    record At(String host, int port) implements WebProxy {}

    /// `system`, `none`, or an address with a port, with or without `http://` before it. Empty for anything else:
    /// this program cannot speak to a proxy with encryption, and a password does not belong there.
    static Optional<WebProxy> read(String written) {
        var text = written.strip().toLowerCase(Locale.ROOT);
        return switch (text) {
            case "system" -> Optional.of(new OfSystem());
            case "none" -> Optional.of(new None());
            default -> address(text).map(at -> at);
        };
    }

    static Optional<At> address(String text) {
        var parts = ADDRESS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var uri = new URI("http://" + parts.group(1));
            return uri.getHost() != null && uri.getPort() > 0 && uri.getPort() <= 65535
                    ? Optional.of(new At(uri.getHost(), uri.getPort()))
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
