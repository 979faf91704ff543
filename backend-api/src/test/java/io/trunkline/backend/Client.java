package io.trunkline.backend;

import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/// Speaks to a backend of the test as a desktop would, and takes any answer.
final class Client {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Client() {}

    /// `body` is written as JSON; null for none.
    static HttpResponse<byte[]> send(
            Backend node, String method, String path, @Nullable String token, @Nullable Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path))
                    .method(method, body(body));
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

    private static BodyPublisher body(@Nullable Object body) throws IOException {
        return body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body));
    }
}
