package io.trunkline.desktop.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Serves the peer's page, hands it one order after the other, and takes its answers.
final class Orders implements AutoCloseable {
    private static final long PATIENCE = 30;

    private final BlockingQueue<JsonNode> given = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final Map<String, byte[]> files;
    private final HttpServer server;

    Orders(Map<String, byte[]> files) throws IOException {
        this.files = Map.copyOf(files);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI page() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    static ObjectNode order(String act) {
        return Json.mapper().createObjectNode().put("act", act);
    }

    /// What the page answered; fails with its words when it could not.
    JsonNode carryOut(ObjectNode order) throws InterruptedException {
        given.add(order);
        var answer = answers.poll(PATIENCE, TimeUnit.SECONDS);
        if (answer == null) {
            throw new IllegalStateException("The browser did not answer to " + order.path("act"));
        }
        if (answer.hasNonNull("failed")) {
            throw new IllegalStateException("The browser could not " + order.path("act") + ": "
                    + answer.path("failed").asText());
        }
        return answer;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/next" ->
                    send(exchange, "application/json", given.take().toString().getBytes(StandardCharsets.UTF_8));
                case "/done" -> {
                    answers.add(Json.mapper().readTree(exchange.getRequestBody()));
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> file(exchange, path);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        var found = files.get(path);
        if (found == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            send(exchange, path.endsWith(".js") ? "text/javascript" : "text/html", found);
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
