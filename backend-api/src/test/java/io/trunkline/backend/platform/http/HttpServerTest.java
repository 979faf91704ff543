package io.trunkline.backend.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.trunkline.backend.platform.config.HttpConfig;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.DatabaseUnavailable;
import io.trunkline.model.QueueId;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.identity.Role;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    public record Greeting(String name, int times) {
        public Greeting {
            if (times > 10) {
                throw new IllegalArgumentException("Ten greetings are enough.");
            }
        }
    }

    private static final Health HEALTH = new Health();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static HttpServer server;

    @BeforeAll
    static void start() {
        var routes = new Routes();
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new PlatformRoutes(HEALTH, meters, routes).declare(routes);
        routes.post("/greetings")
                .open("test")
                .takes(Greeting.class)
                .creates(Greeting.class)
                .to((_, greeting) -> greeting);
        routes.get("/queues/{id}")
                .needs(Permission.QUEUE_READ)
                .returns(QueueId.class)
                .to(r -> r.id("id", QueueId::new));
        routes.delete("/queues/{id}")
                .needs(Permission.QUEUE_WRITE)
                .returnsNothing()
                .to(_ -> {});
        routes.get("/list").open("test").returnsPage(Greeting.class).to(request -> {
            var paging = request.paging();
            return new io.trunkline.model.Page<>(
                    List.of(), paging.after().map(Cursor::text).orElse("none " + paging.limit()));
        });
        routes.get("/api/v1/greeting").open("test").returns(Greeting.class).to(_ -> new Greeting("Ana", 1));
        routes.get("/broken").open("test").returns(Greeting.class).to(_ -> {
            throw new IllegalStateException("secret detail");
        });
        routes.get("/busy").open("test").returns(Greeting.class).to(_ -> {
            throw new Fault.TooMany("Slower, please.", Duration.ofSeconds(7));
        });
        routes.get("/away").open("test").returns(Greeting.class).to(_ -> {
            throw new DatabaseUnavailable("gone");
        });
        var config = HttpConfig.from(Settings.of(Map.of("http.port", "0", "http.max-body-bytes", "2048")));
        HEALTH.open();
        server = HttpServer.start(config, routes, guard(), HEALTH, meters, List.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Guard guard() {
        return (request, route) -> switch (route.access()) {
            case Access.Open _ -> Principal.Anyone.ANYONE;
            case Access.Needs(var permission)
            when permission == Permission.QUEUE_READ ->
                new Principal.Member(
                        new TenantId(UUID.randomUUID()),
                        new UserId(UUID.randomUUID()),
                        Set.of(Role.AGENT),
                        Set.of(permission),
                        Set.of(),
                        Optional.empty());
            case Access.Needs _, Access.SignedIn _, Access.Platform _ -> throw new Fault.Forbidden("Not you.");
        };
    }

    @Test
    void aBodyIsReadAndTheAnswerWritten() {
        var answer = post("/greetings", "{\"name\":\"Ana\",\"times\":2}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).path("name").asText()).isEqualTo("Ana");
    }

    /// Desktops count down by it.
    @Test
    void answersOfTheApiTellTheTimeInMilliseconds() {
        var before = System.currentTimeMillis();
        var told = get("/api/v1/greeting").headers().firstValueAsLong("Trunkline-Time");

        assertThat(told.orElseThrow()).isBetween(before, System.currentTimeMillis());
        assertThat(get("/list").headers().firstValue("Trunkline-Time")).isEmpty();
    }

    @Test
    void brokenJsonIsAnsweredWithItsPlace() {
        assertProblem(post("/greetings", "{\"name\":\n  oops}"), 400, "line 2");
        assertProblem(post("/greetings", "{\"name\":\"a\",\"times\":\"many\"}"), 400, "times");
        assertProblem(post("/greetings", "{\"name\":\"a\",\"times\":11}"), 400, "Ten greetings are enough.");
        assertProblem(post("/greetings", ""), 400, "body");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        assertProblem(post("/greetings", "{\"name\":\"" + "a".repeat(5000) + "\",\"times\":1}"), 413, "larger");
    }

    @Test
    void anUnknownFailureShowsAnIdAndNothingElse() {
        var answer = get("/broken");

        assertProblem(answer, 500, "The log knows it as");
        assertThat(answer.body()).doesNotContain("secret detail").doesNotContain("Exception");
    }

    @Test
    void everyRefusalIsAProblemDocument() {
        assertProblem(get("/nowhere"), 404, "nothing at this address");
        assertProblem(get("/queues/no-id"), 404, "nothing with this id");
        assertProblem(send("DELETE", "/queues/" + UUID.randomUUID(), ""), 403, "Not you.");
        assertProblem(get("/list?limit=1000"), 400, "1 to 200");
        assertProblem(get("/list?cursor=%21%21"), 400, "cursor");
        assertProblem(get("/away"), 503, "database");
        assertThat(assertProblem(get("/busy"), 429, "Slower").headers().firstValue("Retry-After"))
                .contains("7");
    }

    @Test
    void aCursorComesBackAsItWasGiven() {
        var cursor = Cursor.after("x", 7).text();

        assertThat(json(get("/list?cursor=" + cursor)).path("next").asText()).isEqualTo(cursor);
        assertThat(json(get("/list")).path("next").asText()).isEqualTo("none 50");
    }

    @Test
    void readinessFollowsItsChecks() {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);

        HEALTH.needs("carrier", () -> false);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(json(get("/health/ready")).path("checks").path("carrier").asText())
                .isEqualTo("DOWN");
        HEALTH.needs("carrier", () -> true);
    }

    @Test
    void theDocumentAndItsPageNameEveryRoute() {
        var document = json(get("/openapi.json"));

        assertThat(document.path("paths")
                        .path("/queues/{id}")
                        .path("get")
                        .path("description")
                        .asText())
                .contains("QUEUE_READ");
        assertThat(document.path("components")
                        .path("schemas")
                        .path("HttpServerTestGreeting")
                        .path("required"))
                .hasSize(2);
        assertThat(get("/docs").body()).contains("swagger-ui-bundle.js");
        assertThat(get("/docs/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
        assertProblem(get("/docs/..%2f..%2fapplication.yaml"), 404, "");
    }

    @Test
    void requestsAreCountedByTheirPattern() {
        get("/queues/" + UUID.randomUUID());

        assertThat(get("/metrics").body()).contains("route=\"/queues/{id}\"").doesNotContain("no-id");
    }

    @Test
    void aRouteThatDoesNotSayWhoMayUseItIsRefused() {
        assertThatThrownBy(() ->
                        new Routes().get("/secret").returns(Greeting.class).to(_ -> new Greeting("a", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not say who may use it");
    }

    private static HttpResponse<String> assertProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(json(answer).path("detail").asText()).contains(detail);
        return answer;
    }

    private static HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    private static HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return Json.mapper().readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }
}
