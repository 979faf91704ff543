package io.trunkline.desktop.backend;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads addresses of backends as people write them.
public final class BackendAddress {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

    private BackendAddress() {}

    /// Scheme, host and port; `https` where no scheme is written, and without whatever follows the host. Empty for what
    /// is no address of the web.
    public static Optional<URI> read(String written) {
        var text = written.strip();
        var whole = SCHEME.matcher(text).matches() ? text : "https://" + text;
        try {
            var uri = new URI(whole);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            var web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getHost() != null && uri.getPort() <= 65535
                    ? Optional.of(new URI(scheme, null, uri.getHost(), uri.getPort(), null, null, null))
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// Whether what is typed there can be read on the way: not encrypted, and not on this computer.
    public static boolean readableOnTheWay(URI address) {
        var host = address.getHost();
        var here = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return "http".equals(address.getScheme()) && !here;
    }
}
