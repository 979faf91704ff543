package io.trunkline.desktop.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.trunkline.launcher.Program;
import io.trunkline.launcher.Rest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTrainingTest {
    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private String desk = "{}";
    private HttpServer backend;

    @BeforeEach
    void listens() throws IOException {
        backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.createContext("/", this::answer);
        backend.start();
    }

    @AfterEach
    void ends() {
        backend.stop(0);
    }

    @Test
    void aRefusalOrASilentBackendIsSaidAndTheBuildGoesOn() {
        var silent = Rest.to(URI.create("http://127.0.0.1:1"));

        assertThatThrownBy(() -> agent().get("/refused")).isInstanceOf(Rest.Refused.class);
        assertThatCode(() -> DeskTraining.attempt(() -> agent().get("/refused")))
                .doesNotThrowAnyException();
        assertThatCode(() -> DeskTraining.attempt(() -> silent.get("/"))).doesNotThrowAnyException();
    }

    @Test
    void aProgramThatCannotBeStartedIsSaidAndTheBuildGoesOn() {
        var missing = folder.resolve("missing").toString();

        assertThatCode(() -> DeskTraining.attempt(() -> Program.run("desktop", List.of(missing), Map.of(), folder)))
                .doesNotThrowAnyException();
    }

    @Test
    void whereNoOfferCameNothingIsAccepted() {
        desk = "{\"reservations\": []}";

        DeskTraining.accept(agent());

        assertThat(asked).containsExactly("GET /api/v1/desk");
    }

    @Test
    void theOfferThatCameIsAccepted() {
        desk = "{\"reservations\": [{\"id\": \"r1\"}]}";

        DeskTraining.accept(agent());

        assertThat(asked).containsExactly("GET /api/v1/desk", "POST /api/v1/reservations/r1/accept");
    }

    private Rest agent() {
        return Rest.to(URI.create("http://127.0.0.1:" + backend.getAddress().getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        var body = desk.getBytes(UTF_8);
        exchange.sendResponseHeaders(path.equals("/refused") ? 409 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
