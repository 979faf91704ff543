package io.trunkline.backend.telephony;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;

/// A proxy that ends TLS for the outside and speaks plain HTTP inwards, as nginx or Caddy in front of a backend do. It
/// adds the address of its client behind what the client itself has written.
final class ProxyHop implements AutoCloseable {
    private static final Set<String> OWN =
            Set.of("connection", "content-length", "host", "upgrade", "http2-settings", "x-forwarded-for");

    private final HttpClient inwards =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer outwards;
    private final int backend;
    private volatile String client = "198.51.100.1";

    ProxyHop(int backend) throws IOException {
        this.backend = backend;
        this.outwards = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outwards.createContext("/", this::pass);
        outwards.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        outwards.start();
    }

    int port() {
        return outwards.getAddress().getPort();
    }

    /// Where the next requests come from.
    void client(String address) {
        client = address;
    }

    private void pass(HttpExchange exchange) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + backend + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        var before = exchange.getRequestHeaders().getFirst("X-Forwarded-For");
        request.header("X-Forwarded-For", before == null ? client : before + ", " + client);
        request.header("X-Forwarded-Proto", "https");
        try (exchange) {
            var answer = inwards.send(request.build(), BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        outwards.stop(0);
        inwards.close();
    }
}
