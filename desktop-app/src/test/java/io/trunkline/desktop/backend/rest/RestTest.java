package io.trunkline.desktop.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.trunkline.desktop.Samples;
import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.backend.Trust;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.Problem;
import io.trunkline.model.identity.Session;
import io.trunkline.model.identity.SignIn;
import io.trunkline.model.interaction.NewNote;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestTest {
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final Kept kept = new Kept();
    private HttpServer server;
    private Rest rest;
    private volatile String accepted = "access-1";
    private volatile Duration lifetime = Duration.ofMinutes(10);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/login", exchange -> answer(exchange, 200, session("access-1", "refresh-1")));
        server.createContext("/api/v1/token/refresh", this::refresh);
        server.createContext("/api/v1/me", exchange -> guarded(exchange, Samples.me()));
        server.createContext("/api/v1/interactions", this::refuseNote);
        server.start();
        rest = new Rest(URI.create("http://localhost:" + server.getAddress().getPort()), Trust.JAVA, kept, clock);
    }

    @AfterEach
    void stop() {
        rest.close();
        server.stop(0);
    }

    @Test
    void signsInAndAsksWithTheAccessToken() {
        signIn();
        assertThat(Answers.of(rest.api().me())).isEqualTo(Samples.me());
        assertThat(kept.token).isEqualTo("refresh-1");
    }

    @Test
    void aRefusedTokenIsRenewedOnceForAllWhoAsk() throws Exception {
        signIn();
        accepted = "access-2";
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                many.execute(() -> Answers.of(rest.api().me()));
            }
        }
        assertThat(refreshes).hasValue(1);
        assertThat(Answers.of(rest.api().me()).name()).isEqualTo("Ben Okafor");
    }

    @Test
    void aTokenNearItsEndIsRenewedBeforeItIsRefused() {
        lifetime = Duration.ofSeconds(20);
        signIn();
        accepted = "access-2";
        lifetime = Duration.ofMinutes(10);
        assertThat(rest.accessToken()).isEqualTo("access-2");
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void theEndOfTheSessionForgetsTheTokens() {
        signIn();
        accepted = "nobody's";
        kept.token = "stale";
        assertThatThrownBy(() -> Answers.of(rest.api().me())).isInstanceOf(BackendFailure.Unauthorised.class);
        assertThat(kept.kept()).isEmpty();
    }

    @Test
    void aRefusalCarriesTheBackendsSentence() {
        signIn();
        var note = new NewNote(new CommandId(Samples.id(1)), "");
        assertThatThrownBy(() -> Answers.done(rest.api().addNote(new InteractionId(Samples.id(2)), note)))
                .isInstanceOf(BackendFailure.Refused.class)
                .hasMessage("The note is empty");
    }

    @Test
    void aBackendThatIsAwayIsUnreachable() {
        signIn();
        server.stop(0);
        assertThatThrownBy(() -> Answers.of(rest.api().me())).isInstanceOf(BackendFailure.Unreachable.class);
    }

    @Test
    void goesOnWithTheSessionOfTheLastStart() {
        kept.token = "refresh-1";
        accepted = "access-2";
        assertThat(new RestSignIn(rest, kept).resume()).contains(Samples.me());
        kept.token = "stale";
        assertThat(new RestSignIn(rest, kept).resume()).isEmpty();
    }

    private void signIn() {
        var me = new RestSignIn(rest, kept).signIn(new SignIn("demo", "ben@demo.example", "correct horse"));
        assertThat(me).isEqualTo(Samples.me());
    }

    private void refresh(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        refreshes.incrementAndGet();
        if (body.contains("stale")) {
            answer(exchange, 401, problem(401, "Sign in again"));
        } else {
            answer(exchange, 200, session("access-2", "refresh-2"));
        }
    }

    private void refuseNote(HttpExchange exchange) throws IOException {
        answer(exchange, 400, problem(400, "The note is empty"));
    }

    private void guarded(HttpExchange exchange, Object body) throws IOException {
        if (("Bearer " + accepted).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 200, body);
        } else {
            answer(exchange, 401, problem(401, "The token is not valid"));
        }
    }

    private static Problem problem(int status, String detail) {
        return new Problem("about:blank", "No", status, detail, null, List.of());
    }

    private Session session(String access, String refresh) {
        return new Session(access, clock.instant().plus(lifetime), refresh, Samples.me());
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = Json.mapper().writeValueAsBytes(body);
        exchange.getResponseHeaders()
                .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static final class Kept implements RefreshTokens {
        private volatile String token = "";

        @Override
        public Optional<String> kept() {
            return Optional.of(token).filter(each -> !each.isEmpty());
        }

        @Override
        public void keep(String next) {
            token = next;
        }

        @Override
        public void forget() {
            token = "";
        }
    }
}
