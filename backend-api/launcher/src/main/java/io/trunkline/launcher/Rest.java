package io.trunkline.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// JSON over HTTP to one program, optionally as somebody who signed in.
public final class Rest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http;
    private final URI base;
    private final Optional<String> token;

    /// What a program refused, with its own words.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(String request, int status, String body) {
            super("%s was refused with %d: %s".formatted(request, status, body));
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /// A program that can't be reached.
    public static final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreachable(String request, Exception cause) {
            super("%s did not get through: %s".formatted(request, cause.getMessage()), cause);
        }
    }

    private Rest(HttpClient http, URI base, Optional<String> token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    public static Rest to(URI base) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
        return new Rest(http, base, Optional.empty());
    }

    public Rest as(String accessToken) {
        return new Rest(http, base, Optional.of(accessToken));
    }

    public URI base() {
        return base;
    }

    public JsonNode get(String path) {
        return json(send(request(path).GET().build()));
    }

    public JsonNode post(String path, Object body) {
        return json(send(request(path).POST(BodyPublishers.ofString(text(body))).build()));
    }

    public JsonNode put(String path, Object body) {
        return json(send(request(path).PUT(BodyPublishers.ofString(text(body))).build()));
    }

    public <T> T get(String path, Class<T> type) {
        return convert(get(path), type);
    }

    public <T> T post(String path, Object body, Class<T> type) {
        return convert(post(path, body), type);
    }

    /// The body of a GET as it came, as of audio.
    public byte[] bytes(String path) {
        var request = request(path).GET().build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new Refused("GET " + request.uri(), response.statusCode(), "");
            }
            return response.body();
        } catch (IOException e) {
            throw new Unreachable("GET " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("GET " + request.uri(), e);
        }
    }

    /// The status of a GET, or 0 when nobody answers.
    public int status(String path) {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException _) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json");
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    private String send(HttpRequest request) {
        var what = request.method() + " " + request.uri();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new Refused(what, response.statusCode(), response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new Unreachable(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(what, e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? Json.mapper().nullNode() : Json.mapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + body, e);
        }
    }

    private static String text(Object body) {
        try {
            return Json.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return Json.mapper().treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a %s: %s".formatted(type.getSimpleName(), node), e);
        }
    }
}
