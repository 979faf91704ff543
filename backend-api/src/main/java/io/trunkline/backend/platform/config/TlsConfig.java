package io.trunkline.backend.platform.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The files of a certificate, when the server speaks TLS itself. They are looked at again every `look`.
public record TlsConfig(Optional<Pair> files, Duration look) {
    /// A chain of certificates and its private key, both as PEM.
    public record Pair(Path certificate, Path key) {}

    static TlsConfig from(Settings settings) {
        var certificate = settings.path("http.tls.certificate");
        var key = settings.path("http.tls.key");
        var look =
                settings.duration("http.tls.look", Duration.ofMinutes(1), Duration.ofMillis(100), Duration.ofHours(12));
        if (certificate.isPresent() != key.isPresent()) {
            throw new SettingFault("Settings http.tls.certificate and http.tls.key are given together, or neither.");
        }
        return new TlsConfig(certificate.flatMap(chain -> key.map(file -> new Pair(chain, file))), look);
    }
}
