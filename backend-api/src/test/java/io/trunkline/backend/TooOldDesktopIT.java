package io.trunkline.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.Problem;
import io.trunkline.model.desktop.Release;
import io.trunkline.model.identity.Session;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Who is too old is refused everywhere with the version they need, and nobody else is.
class TooOldDesktopIT {
    private static final String OLD = "Trunkline/0.1.9 (linux)";
    private static final String GOOD = "Trunkline/0.2.0 (linux)";
    private static final String PASSWORD = "a long enough password";
    private static final Set<String> OPEN = Set.of(
            "GET /api/v1/desktop/release",
            "POST /api/v1/token/refresh",
            "POST /api/v1/reservations/{id}/talking",
            "POST /api/v1/interactions/{id}/call/hold",
            "POST /api/v1/interactions/{id}/call/mute",
            "POST /api/v1/interactions/{id}/call/hang-up");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @TempDir
    static Path folder;

    private static Backend backend;
    private static String token;

    @BeforeAll
    static void start() throws IOException {
        var values = new HashMap<>(POSTGRES.settings());
        values.put("http.port", "0");
        values.put("identity.token-key-file", folder.resolve("token.key").toString());
        values.put("telephony.key-file", folder.resolve("telephony.key").toString());
        values.put("telephony.spool", folder.resolve("spool").toString());
        values.put("recordings.directory", folder.resolve("recordings").toString());
        values.put("bootstrap.tenant", "demo");
        values.put("bootstrap.email", "admin@demo.example");
        values.put("bootstrap.password", PASSWORD);
        values.put("desktop.newest", "0.3.0");
        values.put("desktop.least", "0.2.0");
        values.put("desktop.page", "https://centre.example.com/get");
        backend = Backend.start(Settings.of(values), Clock.systemUTC());
        token = Json.mapper().readValue(login(GOOD).body(), Session.class).accessToken();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void isToldTheVersionNeededAndWhereToGetItBeforeSigningInAndAfter() throws IOException {
        for (var answer : new HttpResponse<?>[] {login(OLD), get("/api/v1/desk", OLD), get("/api/v1/me", OLD)}) {
            assertThat(answer.statusCode()).isEqualTo(426);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("Upgrade")).contains("Trunkline/0.2.0");
            assertThat(Json.mapper()
                            .readValue((byte[]) answer.body(), Problem.class)
                            .detail())
                    .isEqualTo("This is Trunkline 0.1.9; this centre needs 0.2.0 or newer."
                            + " Get it from https://centre.example.com/get.");
        }
    }

    /// A call goes on while a desktop becomes too old: it is not torn from its contact, and can end it.
    @Test
    void isRefusedOnEveryRouteButWhereTheNewOneIsToldAndWhatARunningCallNeeds() {
        for (var route : backend.routes().all()) {
            if (!route.path().startsWith("/api/")) {
                continue;
            }
            var path = route.path().replaceAll("\\{[^}]*}", "018f4e6e-0000-7000-8000-000000000001");
            var status = send(route.method().text(), path, OLD, null).statusCode();
            if (OPEN.contains(route.toString())) {
                assertThat(status).as(route.toString()).isNotEqualTo(426);
            } else {
                assertThat(status).as(route.toString()).isEqualTo(426);
            }
        }
    }

    @Test
    void isToldTheNewestProgramThoughNobodyHasSignedIn() throws IOException {
        var release =
                Json.mapper().readValue(get("/api/v1/desktop/release", OLD).body(), Release.class);
        assertThat(release.newest()).isEqualTo("0.3.0");
        assertThat(release.least()).isEqualTo("0.2.0");
        assertThat(release.page()).isEqualTo("https://centre.example.com/get");
    }

    @Test
    void isNotLetOntoTheLiveFeed() {
        assertThat(upgrade(OLD)).isEqualTo(426);
        assertThat(upgrade(GOOD)).isEqualTo(101);
    }

    @Test
    void nobodyElseIsLookedAt() {
        for (var agent : new String[] {
            GOOD,
            "Trunkline/0.2.0-rc1x (linux)",
            "Trunkline/development (linux)",
            "Trunkline/",
            "curl/8.0",
            "trunkline/0.1.0"
        }) {
            var expected = agent.contains("rc1x") ? 426 : 200;
            assertThat(get("/api/v1/me", agent).statusCode()).as(agent).isEqualTo(expected);
        }
        assertThat(get("/health/ready", OLD).statusCode()).isEqualTo(200);
        assertThat(get("/metrics", OLD).statusCode()).isEqualTo(200);
        assertThat(send("POST", "/twilio/voice", OLD, "").statusCode()).isNotEqualTo(426);
    }

    private static HttpResponse<byte[]> login(String agent) throws IOException {
        return send(
                "POST",
                "/api/v1/login",
                agent,
                Json.mapper()
                        .writeValueAsString(
                                Map.of("tenant", "demo", "email", "admin@demo.example", "password", PASSWORD)));
    }

    private static HttpResponse<byte[]> get(String path, String agent) {
        return send("GET", path, agent, null);
    }

    private static HttpResponse<byte[]> send(String method, String path, String agent, @Nullable String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + backend.port() + path))
                    .header("User-Agent", agent)
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The status of a handshake.
    private static int upgrade(String agent) {
        try {
            HTTP.newWebSocketBuilder()
                    .header("User-Agent", agent)
                    .header("Authorization", "Bearer " + token)
                    .buildAsync(
                            URI.create("ws://127.0.0.1:%d/api/v1/live?since=0".formatted(backend.port())),
                            new WebSocket.Listener() {})
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }
}
