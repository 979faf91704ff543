package io.trunkline.backend.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/// Makes a started backend a centre with one number, over REST as an administrator would.
public final class BackendSetup {
    public static final String PASSWORD = "bench-password-1";
    public static final String PUBLIC_URL = Contender.PUBLIC_URL;
    public static final String ACCOUNT = Contender.ACCOUNT;
    public static final String TOKEN = Contender.TOKEN;
    public static final String NUMBER = Contender.NUMBER;

    private final HttpClient client;
    private final int port;
    private String token = "";

    private BackendSetup(HttpClient client, int port) {
        this.client = client;
        this.port = port;
    }

    /// What the backend is started with, so that there is somebody to sign in as.
    static Map<String, String> bootstrap() {
        return Map.of(
                "TRUNKLINE_BOOTSTRAP_TENANT", "bench",
                "TRUNKLINE_BOOTSTRAP_NAME", "Bench",
                "TRUNKLINE_BOOTSTRAP_EMAIL", "admin@bench.example",
                "TRUNKLINE_BOOTSTRAP_PASSWORD", PASSWORD);
    }

    public static void apply(int port) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            new BackendSetup(client, port).apply();
        }
    }

    private void apply() throws IOException, InterruptedException {
        var login = Map.of("tenant", "bench", "email", "admin@bench.example", "password", PASSWORD);
        token = send("POST", "/api/v1/login", login).path("accessToken").asText();
        send(
                "PUT",
                "/api/v1/carrier",
                Map.of(
                        "accountSid", Contender.ACCOUNT,
                        "authToken", Contender.TOKEN,
                        "apiKeySid", "SK0123456789abcdef0123456789abcdef",
                        "apiKeySecret", "0123456789abcdef0123456789abcdef",
                        "applicationSid", "AP0123456789abcdef0123456789abcdef",
                        "baseUrl", "http://127.0.0.1:1"));
        var queue = send("POST", "/api/v1/queues", Map.of("name", "Bench", "maxWaiting", 5000));
        var flow = send(
                "POST",
                "/api/v1/flows",
                Map.of("name", "Bench", "flow", flow(queue.path("id").asText())));
        send(
                "POST",
                "/api/v1/numbers",
                Map.of(
                        "number",
                        Contender.NUMBER,
                        "label",
                        "Bench",
                        "flow",
                        flow.path("id").asText()));
    }

    /// The same greeting and menu as the peer's.
    private static Map<String, Object> flow(String queue) {
        return Map.of(
                "start", "greeting",
                "language", "en-US",
                "steps",
                        Map.of(
                                "greeting", Map.of("type", "say", "text", "Welcome.", "next", "menu"),
                                "menu",
                                        Map.of(
                                                "type", "menu",
                                                "prompt", "For sales press one. For help press two.",
                                                "choices", Map.of("1", "wait", "2", "wait"),
                                                "otherwise", "wait",
                                                "invalid", "Sorry, that is not one of the choices.",
                                                "seconds", 5,
                                                "tries", 3),
                                "wait", Map.of("type", "enqueue", "queue", queue, "full", "full"),
                                "full",
                                        Map.of(
                                                "type",
                                                "hangUp",
                                                "text",
                                                "Please call again later.",
                                                "outcome",
                                                "OVERFLOWED")));
    }

    private JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(Json.mapper().writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return Json.mapper().readTree(response.body().isBlank() ? "{}" : response.body());
    }
}
