package io.trunkline.backend.platform.config;

import java.net.URI;
import java.time.Duration;

/// Where the server listens and how much it takes. `publicUrl` is the address the outside world uses, which may be a
/// proxy's.
public record HttpConfig(
        String host,
        int port,
        URI publicUrl,
        int maxBodyBytes,
        Duration idle,
        Duration drain,
        int maxConnections,
        TrustedProxies trustedProxies,
        TlsConfig tls) {
    public static HttpConfig from(Settings settings) {
        var port = settings.whole("http.port", 8080, 0, 65535);
        var tls = TlsConfig.from(settings);
        var scheme = tls.files().isPresent() ? "https" : "http";
        return new HttpConfig(
                settings.text("http.host", "127.0.0.1"),
                port,
                settings.uri("http.public-url", URI.create(scheme + "://127.0.0.1:" + port)),
                settings.whole("http.max-body-bytes", 1_048_576, 1_024, 104_857_600),
                settings.duration("http.idle", Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofHours(1)),
                settings.duration("http.drain", Duration.ofSeconds(5), Duration.ZERO, Duration.ofMinutes(2)),
                settings.whole("http.max-connections", 20_000, 10, 1_000_000),
                TrustedProxies.from(settings),
                tls);
    }
}
