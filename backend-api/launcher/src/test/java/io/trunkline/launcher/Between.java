package io.trunkline.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A proxy in front of a program: passes everything on under the program's own host name, unless it is told to answer
/// by itself or to ask for another path.
final class Between implements AutoCloseable {
    /// What the proxy says by itself.
    record Own(int status, String body, String location) {}

    /// What came in; the path with its query is raw.
    record Asked(String method, String pathAndQuery) {}

    private static final Set<String> PER_HOP =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "expect", "http2-settings");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final URI behind;
    private HttpServer server;
    private volatile Function<Asked, Optional<Own>> own = _ -> Optional.empty();
    private volatile Function<String, String> path = Function.identity();

    Between(int port, URI behind) {
        this.port = port;
        this.behind = behind;
        this.server = listening();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Passes everything on as it is.
    void passes() {
        own = _ -> Optional.empty();
        path = Function.identity();
    }

    void answers(Function<Asked, Optional<Own>> ownAnswer) {
        own = ownAnswer;
    }

    void answers(int status, String body) {
        answers(_ -> Optional.of(new Own(status, body, "")));
    }

    void asksFor(Function<String, String> otherPath) {
        path = otherPath;
    }

    /// Nobody listens until it is back.
    void goes() {
        server.stop(0);
    }

    void comesBack() {
        server = listening();
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }

    private HttpServer listening() {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/", this::take);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var asked = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            var said = own.apply(new Asked(exchange.getRequestMethod(), asked));
            if (said.isPresent()) {
                if (!said.get().location().isEmpty()) {
                    exchange.getResponseHeaders().add("Location", said.get().location());
                }
                send(exchange, said.get().status(), said.get().body().getBytes(StandardCharsets.UTF_8));
                return;
            }
            var answer = passedOn(exchange, path.apply(asked));
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
            send(exchange, answer.statusCode(), answer.body());
        }
    }

    private HttpResponse<byte[]> passedOn(HttpExchange exchange, String to) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(behind + to))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!PER_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
