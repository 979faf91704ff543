package io.trunkline.backend.connect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What breaks on the way to a server is told in a sentence.
class WayTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private static void broken(Way way, String address, String sentence) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(2))
                .build();

        assertThatThrownBy(() -> way.send(request))
                .isInstanceOf(Way.Broken.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aNameNobodyKnows() {
        broken(new Way(), "https://nowhere.invalid/", "not known to the DNS");
    }

    @Test
    void aPortNobodyListensAt() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        broken(new Way(), "http://127.0.0.1:" + port + "/", "Nobody listens at 127.0.0.1:" + port);
    }

    @Test
    void aServerThatTakesTheConnectionAndSaysNothing() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            broken(new Way(), "http://127.0.0.1:" + socket.getLocalPort() + "/", "did not answer within");
        }
    }

    @Test
    void plainHttpWhereTlsIsExpected() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answered = threads.submit(() -> {
                try (var connection = socket.accept()) {
                    var greeted = connection.getInputStream().read(new byte[1024]);
                    connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                    return greeted;
                }
            });
            broken(new Way(), "https://127.0.0.1:" + socket.getLocalPort() + "/", "speaks plain http");
            assertThat(answered.get()).isPositive();
        }
    }

    @Test
    void aCertificateNobodyTrustsAndOneForAnotherName() throws Exception {
        var keys = selfSigned();
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.start();
        try {
            var address = "https://127.0.0.1:" + server.getAddress().getPort() + "/";
            broken(new Way(), address, "not signed by an authority that everybody trusts");
            try (var trusting =
                    HttpClient.newBuilder().sslContext(context(keys)).build()) {
                broken(new Way(trusting), address, "is for another name");
            }
        } finally {
            server.stop(0);
        }
    }

    /// Made by the JDK's own tool, which has no programming interface.
    private KeyStore selfSigned() throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve("keys.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=other.example.com",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        var certificates = KeyStore.getInstance("PKCS12");
        try {
            certificates.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        certificates.setCertificateEntry("server", keys.getCertificate("server"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
