package io.trunkline.backend.platform.http;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Shows every new connection the certificate of the moment. Connections that are there keep theirs.
final class CurrentKey extends X509ExtendedKeyManager {
    /// Hands out certificates; those before stay known for handshakes that are under way.
    interface Known {
        Certificate current();

        Certificate named(String alias);
    }

    private final Known known;

    CurrentKey(Known known) {
        this.known = known;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return alias(type);
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return alias(type);
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        var alias = alias(type);
        return alias == null ? null : new String[] {alias};
    }

    // The alias names one certificate, so that a handshake which is under way never mixes two.
    private @Nullable String alias(String type) {
        var certificate = known.current();
        var algorithm = certificate.key().getAlgorithm();
        return type.equals(algorithm) || type.startsWith(algorithm + "_") || type.endsWith("_" + algorithm)
                ? certificate.alias()
                : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return known.named(alias).chainArray();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return known.named(alias).key();
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
