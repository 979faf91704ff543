package io.trunkline.backend;

import io.trunkline.backend.platform.config.HttpConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// The backend that runs on this machine by the same settings, asked over the loopback address for what is open to
/// everybody.
final class OwnServer {
    private static final int PATIENCE_MILLIS = 3_000;

    private final HttpConfig config;

    OwnServer(HttpConfig config) {
        this.config = config;
    }

    /// The answer, or why there is none, as a sentence.
    String ask(String path) {
        try {
            var connection = (HttpURLConnection) address(path).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            if (connection instanceof HttpsURLConnection secure) {
                secure.setSSLSocketFactory(trusting().getSocketFactory());
                secure.setHostnameVerifier((_, _) -> true);
            }
            try (var in = body(connection)) {
                return in == null
                        ? "The backend answered %d without a word.".formatted(connection.getResponseCode())
                        : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException | GeneralSecurityException e) {
            return "The backend does not answer: " + e.getMessage();
        }
    }

    URI address(String path) {
        var scheme = config.tls().files().isPresent() ? "https" : "http";
        return URI.create("%s://%s:%d%s".formatted(scheme, host(), config.port(), path));
    }

    /// The host as addresses have it.
    private String host() {
        return switch (config.host()) {
            case "0.0.0.0", "::" -> "127.0.0.1";
            case String bare when bare.contains(":") && !bare.startsWith("[") -> "[" + bare + "]";
            case String host -> host;
        };
    }

    /// None when an error was answered without a body.
    private static @Nullable InputStream body(HttpURLConnection connection) throws IOException {
        return connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream();
    }

    /// Nothing secret is sent and nothing is believed that is answered: the certificate is for another name.
    private static SSLContext trusting() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return context;
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // Nobody asks.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // It is our own, on the loopback address.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
