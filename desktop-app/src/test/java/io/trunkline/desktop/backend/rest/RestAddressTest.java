package io.trunkline.desktop.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.trunkline.desktop.backend.Trust;
import io.trunkline.desktop.login.AddressGateway.Found;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is found at an address, over TCP.
class RestAddressTest {
    private static final String READY = "{\"status\":\"UP\",\"checks\":{\"server\":\"UP\"}}";
    private static final String STARTING = "{\"status\":\"DOWN\",\"checks\":{\"server\":\"DOWN\"}}";
    private static final String RELEASE = "{\"newest\":\"0.3.0\",\"least\":\"0.2.0\","
            + "\"page\":\"https://centre.example.com/get\",\"packages\":[]}";

    private record Answer(int status, boolean signed, String body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private HttpServer server;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var answer =
                    answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(404, false, "nothing here"));
            if (answer.signed()) {
                exchange.getResponseHeaders().add("Trunkline-Time", "1764428400000");
            }
            if (answer.status() == 301) {
                exchange.getResponseHeaders().add("Location", answer.body());
            }
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsABackendThatFits() {
        answers.put("/api/v1/desktop/release", new Answer(200, true, RELEASE));
        answers.put("/health/ready", new Answer(200, false, READY));
        assertThat(look("0.2.0")).isEqualTo(new Found.Centre(address));
        assertThat(look("development")).isEqualTo(new Found.Centre(address));
    }

    @Test
    void findsABackendForWhichThisProgramIsTooOld() {
        answers.put("/api/v1/desktop/release", new Answer(200, true, RELEASE));
        assertThat(look("0.1.9")).isEqualTo(new Found.ProgramTooOld("0.2.0", "https://centre.example.com/get"));
    }

    @Test
    void findsABackendThatIsStartingOrWhoseDatabaseIsAway() {
        answers.put("/health/ready", new Answer(503, false, STARTING));
        assertThat(look("0.2.0")).isEqualTo(new Found.NotReady());
        answers.put("/api/v1/desktop/release", new Answer(200, true, RELEASE));
        assertThat(look("0.2.0")).isEqualTo(new Found.NotReady());
    }

    @Test
    void findsABackendOlderThanThisProgram() {
        answers.put("/api/v1/me", new Answer(401, true, "{}"));
        assertThat(look("0.2.0")).isEqualTo(new Found.CentreTooOld());
    }

    @Test
    void findsSomethingElse() {
        assertThat(look("0.2.0")).isEqualTo(new Found.SomethingElse());
        answers.put("/api/v1/desktop/release", new Answer(200, false, RELEASE));
        answers.put("/health/ready", new Answer(200, false, "<html>welcome</html>"));
        assertThat(look("0.2.0")).isEqualTo(new Found.SomethingElse());
        answers.put("/api/v1/desktop/release", new Answer(200, true, "<html>welcome</html>"));
        assertThat(look("0.2.0")).isEqualTo(new Found.SomethingElse());
    }

    @Test
    void keepsTheAddressToWhichItIsLed() throws IOException {
        var other = new RestAddressTest();
        other.start();
        try {
            other.answers.put("/api/v1/desktop/release", new Answer(200, true, RELEASE));
            other.answers.put("/health/ready", new Answer(200, false, READY));
            answers.put("/api/v1/desktop/release", new Answer(301, false, other.address + "/api/v1/desktop/release"));
            assertThat(look("0.2.0")).isEqualTo(new Found.Centre(other.address));
        } finally {
            other.stop();
        }
    }

    @Test
    void findsThatNothingListensAndThatNoComputerHasTheName() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(new RestAddress(Trust.JAVA, "0.2.0").look(URI.create("http://127.0.0.1:" + free)))
                .isEqualTo(new Found.NothingListens());
        assertThat(new RestAddress(Trust.JAVA, "0.2.0").look(URI.create("https://no-such-centre.invalid")))
                .isEqualTo(new Found.NoSuchHost());
    }

    @Test
    void findsThatItSpeaksWithoutEncryptionAlthoughAskedWithIt() {
        answers.put("/api/v1/desktop/release", new Answer(200, true, RELEASE));
        assertThat(new RestAddress(Trust.JAVA, "0.2.0")
                        .look(URI.create(address.toString().replace("http://", "https://"))))
                .isEqualTo(new Found.NotEncrypted());
    }

    private Found look(String version) {
        return new RestAddress(Trust.JAVA, version).look(address);
    }
}
