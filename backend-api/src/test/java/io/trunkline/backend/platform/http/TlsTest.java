package io.trunkline.backend.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.webserver.websocket.WsRouting;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.trunkline.backend.platform.config.HttpConfig;
import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.config.StartFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private final Health health = new Health();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private Path certificate;
    private Path key;
    private HttpServer server;

    private static PemFiles first;
    private static PemFiles second;

    @BeforeAll
    static void make() throws Exception {
        first = PemFiles.make(made, "first", "RSA", 90);
        second = PemFiles.make(made, "second", "EC", 60);
    }

    @BeforeEach
    void start() throws Exception {
        certificate = folder.resolve("fullchain.pem");
        key = folder.resolve("privkey.pem");
        lay(first);
        server = server(settings());
        health.open();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void newFilesAreSeenByNewConnectionsAndOldConnectionsLiveOn() throws Exception {
        try (var old = connect(first)) {
            assertThat(seen(old)).isEqualTo("CN=first");
            assertThat(ask(old)).startsWith("HTTP/1.1 200");

            lay(second);
            server.lookAtCertificate(Instant.now());

            try (var fresh = connect(second)) {
                assertThat(seen(fresh)).isEqualTo("CN=second");
                assertThat(ask(fresh)).startsWith("HTTP/1.1 200");
            }
            assertThat(ask(old)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aSwappedLinkIsSeen() throws Exception {
        var live = Files.createDirectories(folder.resolve("live"));
        first.writeCertificate(folder.resolve("cert1.pem"));
        first.writeKey(folder.resolve("key1.pem"));
        second.writeCertificate(folder.resolve("cert2.pem"));
        second.writeKey(folder.resolve("key2.pem"));
        certificate = Files.createSymbolicLink(live.resolve("cert.pem"), folder.resolve("cert1.pem"));
        key = Files.createSymbolicLink(live.resolve("key.pem"), folder.resolve("key1.pem"));
        try (var linked = server(settings())) {
            Files.delete(certificate);
            Files.createSymbolicLink(certificate, folder.resolve("cert2.pem"));
            Files.delete(key);
            Files.createSymbolicLink(key, folder.resolve("key2.pem"));
            linked.lookAtCertificate(Instant.now());

            try (var fresh = connect(second, linked.port())) {
                assertThat(seen(fresh)).isEqualTo("CN=second");
            }
        }
    }

    @Test
    void aBrokenPairKeepsTheOldOneAndIsToldUntilItIsWhole() throws Exception {
        second.writeCertificate(certificate);
        server.lookAtCertificate(Instant.now());

        try (var still = connect(first)) {
            assertThat(seen(still)).isEqualTo("CN=first");
        }
        assertThat(health.report().status()).isEqualTo("UP");
        assertThat(health.report().remarks().get("certificate"))
                .startsWith("The new certificate is not used; the one before stays.");

        second.writeKey(key);
        server.lookAtCertificate(Instant.now());

        try (var fresh = connect(second)) {
            assertThat(seen(fresh)).isEqualTo("CN=second");
        }
        assertThat(health.report().remarks()).isEmpty();
    }

    @Test
    void theDaysThatAreLeftAreMeasured() {
        server.lookAtCertificate(Instant.now());
        assertThat(meters.get("http.tls.certificate.days").gauge().value()).isBetween(88.0, 90.0);

        server.lookAtCertificate(Instant.now().plus(80, ChronoUnit.DAYS));
        assertThat(meters.get("http.tls.certificate.days").gauge().value()).isBetween(8.0, 10.0);
    }

    @Test
    void whatIsOlderThanTls12IsRefused() throws Exception {
        try (var socket = (SSLSocket) trusting(first).getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThat(ask(socket)).startsWith("HTTP/1.1 200");
        }
        try (var socket = (SSLSocket) trusting(first).getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.1"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void aWebSocketGoesOverTlsToo() throws Exception {
        var heard = new CompletableFuture<String>();
        try (var client = HttpClient.newBuilder().sslContext(trusting(first)).build()) {
            var socket = client.newWebSocketBuilder()
                    .buildAsync(
                            URI.create("wss://localhost:%d/echo".formatted(server.port())), new WebSocket.Listener() {
                                @Override
                                public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                                    heard.complete(text.toString());
                                    return WebSocket.Listener.super.onText(from, text, last);
                                }
                            })
                    .get(10, TimeUnit.SECONDS);
            socket.sendText("hello", true).get(10, TimeUnit.SECONDS);

            assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo("hello");
            socket.abort();
        }
    }

    @Test
    void aPairThatDoesNotFitIsSaidInASentenceAtTheStart() throws Exception {
        second.writeKey(key);

        assertThatThrownBy(() -> server(settings()))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("Check http.tls.certificate and http.tls.key.");
        assertThat(HttpServer.wrong(HttpConfig.from(Settings.of(settings())).tls()))
                .isPresent();

        Files.writeString(key, "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertThatThrownBy(() -> server(settings())).hasMessageContaining("openssl pkcs8 -topk8 -nocrypt makes one");
        assertThatThrownBy(() -> HttpConfig.from(Settings.of(Map.of("http.tls.key", "x"))))
                .isInstanceOf(SettingFault.class)
                .hasMessageContaining("are given together");
    }

    private Map<String, String> settings() {
        return Map.of(
                "http.port", "0",
                "http.tls.certificate", certificate.toString(),
                "http.tls.key", key.toString());
    }

    private HttpServer server(Map<String, String> settings) {
        var routes = new Routes();
        new PlatformRoutes(health, meters, routes).declare(routes);
        var echo = WsRouting.builder().endpoint("/echo", new WsListener() {
            @Override
            public void onMessage(WsSession session, String text, boolean last) {
                session.send(text, last);
            }
        });
        return HttpServer.start(
                HttpConfig.from(Settings.of(settings)), routes, Guard.CLOSED, health, meters, List.of(echo));
    }

    private void lay(PemFiles files) throws Exception {
        files.writeCertificate(certificate);
        files.writeKey(key);
    }

    private SSLSocket connect(PemFiles trusted) throws Exception {
        return connect(trusted, server.port());
    }

    private static SSLSocket connect(PemFiles trusted, int port) throws Exception {
        return (SSLSocket) trusting(trusted).getSocketFactory().createSocket("127.0.0.1", port);
    }

    private static SSLContext trusting(PemFiles files) throws Exception {
        var trust = KeyStore.getInstance(KeyStore.getDefaultType());
        trust.load(null, null);
        trust.setCertificateEntry("x", files.store().getCertificate("x"));
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trust);
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static String seen(SSLSocket socket) throws IOException {
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                .getSubjectX500Principal()
                .getName();
    }

    /// One request on a connection that stays open, and the first line of its answer.
    private static String ask(SSLSocket socket) throws IOException {
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        var status = in.readLine();
        var length = 0;
        for (var line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.read(new char[length]);
        return status;
    }
}
