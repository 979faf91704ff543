package io.trunkline.backend.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.trunkline.backend.platform.config.HttpConfig;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.http.Health;
import io.trunkline.backend.platform.http.HttpServer;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.TenantId;
import io.trunkline.model.identity.NewUser;
import io.trunkline.model.identity.Role;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A server with identity's guard in front of the routes of a feature, over a test database and TCP.
public final class TestServer implements AutoCloseable {
    public static final String PASSWORD = "a long enough password";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /// What came back.
    public record Answer(int status, JsonNode body, Optional<String> retryAfter) {
        /// The problem's sentence.
        public String detail() {
            return body.path("detail").asText();
        }

        /// The first field that was wrong.
        public String field() {
            return body.path("errors").path(0).path("name").asText();
        }
    }

    /// Somebody who is signed in.
    public record Person(UUID id, String email, String token, String refreshToken) {}

    private final HttpServer server;
    private final IdentityFeature identity;

    public TestServer(TestDatabase postgres, Clock clock) {
        this(postgres, clock, Map.of(), _ -> {});
    }

    public TestServer(TestDatabase postgres, Clock clock, Map<String, String> more, Consumer<Routes> feature) {
        var values = new HashMap<String, String>(
                Map.of("http.port", "0", "http.host", "127.0.0.1", "identity.token-key", TokenKeyTest.KEY));
        values.putAll(more);
        var settings = Settings.of(values);
        identity = new IdentityFeature(settings, postgres.database(), clock);
        identity.keepMemberships((_, _, _, _) -> {});
        var routes = new Routes();
        identity.routes(routes);
        feature.accept(routes);
        server = HttpServer.start(
                HttpConfig.from(settings),
                routes,
                identity.guard(),
                new Health(),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                List.of());
    }

    public IdentityFeature identity() {
        return identity;
    }

    public int port() {
        return server.port();
    }

    /// A new tenant of this short name, with its administrator `admin@KEY.example`.
    public TenantId tenant(String key) {
        return identity.tenants()
                .create(
                        new NewTenant(key, "Tenant " + key, ZoneId.of("Europe/Madrid"), "ES"),
                        "Administrator",
                        "admin@" + key + ".example",
                        PASSWORD);
    }

    /// Creates a user through the administrator and signs them in.
    public Person person(String tenant, String name, Role... roles) {
        var admin = signIn(tenant, "admin@" + tenant + ".example");
        var email = name.toLowerCase(java.util.Locale.ROOT) + "@" + tenant + ".example";
        var created = call(
                "POST",
                "/api/v1/users",
                admin.token(),
                new NewUser(name, email, PASSWORD, Set.of(roles), null, List.of(), Map.of()));
        if (created.status() != 201) {
            throw new IllegalStateException(created.toString());
        }
        return signIn(tenant, email);
    }

    public Person signIn(String tenant, String email) {
        var answer =
                call("POST", "/api/v1/login", null, Map.of("tenant", tenant, "email", email, "password", PASSWORD));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return person(answer, email);
    }

    static Person person(Answer answer, String email) {
        return new Person(
                UUID.fromString(answer.body().path("me").path("id").asText()),
                email,
                answer.body().path("accessToken").asText(),
                answer.body().path("refreshToken").asText());
    }

    public Answer get(String path, Person person) {
        return call("GET", path, person.token(), null);
    }

    public Answer call(String method, String path, @Nullable String token, @Nullable Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(
                                            body instanceof String text
                                                    ? text.getBytes(java.nio.charset.StandardCharsets.UTF_8)
                                                    : Json.mapper().writeValueAsBytes(body)));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    Json.mapper().readTree(response.body()),
                    response.headers().firstValue("Retry-After"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
