package io.trunkline.backend.connect;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;

/// The way to a server, as long as Twilio's own patience: what broke on it is told in a sentence.
final class Way {
    static final Duration PATIENCE = Duration.ofSeconds(15);
    private final HttpClient http;

    Way() {
        this(HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    }

    Way(HttpClient http) {
        this.http = http;
    }

    /// Whatever the server answers; [Broken] where it does not.
    HttpResponse<String> send(HttpRequest request) throws Broken {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Broken(sentence(request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("It was interrupted.", e);
        }
    }

    /// Nobody answered.
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    private static String sentence(URI address, IOException e) {
        var server = server(address);
        if (has(e, UnknownHostException.class) || has(e, UnresolvedAddressException.class)) {
            return "The name %s is not known to the DNS; is it misspelt, or is its record missing?"
                    .formatted(address.getHost());
        }
        if (e instanceof HttpConnectTimeoutException) {
            return "%s does not take the connection: a firewall drops it, the address is another machine's, or it does not speak TLS where https is expected."
                    .formatted(server);
        }
        if (e instanceof HttpTimeoutException) {
            return "%s took the connection and did not answer within %d seconds."
                    .formatted(server, PATIENCE.toSeconds());
        }
        if (has(e, SSLException.class)) {
            return tls(server, e);
        }
        if (has(e, ConnectException.class)) {
            return "Nobody listens at %s: is the port right, does the program behind it run, does a firewall refuse it?"
                    .formatted(server);
        }
        return "%s broke the connection off; is it a server for %s that stands there?"
                .formatted(server, address.getScheme());
    }

    private static String tls(String server, IOException e) {
        if (has(e, CertificateExpiredException.class)) {
            return "The certificate of %s has expired: renew it.".formatted(server);
        }
        var words = String.valueOf(e.getMessage());
        if (words.toLowerCase(Locale.ROOT).contains("unrecognized ssl message")) {
            return "%s speaks plain http where https is expected: let the proxy end TLS there, or change the port."
                    .formatted(server);
        }
        if (words.contains("PKIX") || words.contains("certification path")) {
            return "The certificate of %s is not signed by an authority that everybody trusts, or its chain is incomplete; Twilio takes no other: install a public one with its whole chain."
                    .formatted(server);
        }
        if (words.contains("No subject alternative") || words.contains("No name matching")) {
            return "The certificate of %s is for another name: install one for this name.".formatted(server);
        }
        return "TLS with %s fails (%s): look at its certificate and its protocols.".formatted(server, words);
    }

    private static String server(URI address) {
        var port = address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
        return address.getHost() + ":" + port;
    }

    private static boolean has(Throwable e, Class<? extends Throwable> kind) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
