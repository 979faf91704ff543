package io.trunkline.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.trunkline.simulator.webhook.Form;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/// Stands where the application would: answers with prepared documents and keeps what it was asked.
final class FakeApplication implements AutoCloseable {
    record Asked(String path, String query, String method, Map<String, List<String>> headers, Form form, String raw) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(h -> h.getKey().equalsIgnoreCase(name))
                    .map(h -> h.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    record Reply(int status, String body) {}

    private static final long PATIENCE_SECONDS = 10;

    private final HttpServer server;
    private final Map<String, Function<Asked, Reply>> replies = new ConcurrentHashMap<>();
    private final Map<String, byte[]> sounds = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<Asked>> asked = new ConcurrentHashMap<>();
    private final List<Asked> all = new CopyOnWriteArrayList<>();

    FakeApplication() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void says(String path, String verbs) {
        replies(path, _ -> new Reply(200, "<Response>" + verbs + "</Response>"));
    }

    void replies(String path, Function<Asked, Reply> reply) {
        replies.put(path, reply);
    }

    void sounds(String path, byte[] wav) {
        sounds.put(path, wav);
    }

    /// The next request to this path, waited for.
    Asked next(String path) {
        return next(path, _ -> true);
    }

    /// The next request to this path that is as wanted; others are skipped.
    Asked next(String path, Predicate<Form> wanted) {
        try {
            while (true) {
                var got = queue(path).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (got == null) {
                    throw new AssertionError("nobody asked " + path + "; asked were "
                            + all.stream().map(Asked::path).toList());
                }
                if (wanted.test(got.form())) {
                    return got;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<Asked> all(String path) {
        return all.stream().filter(a -> a.path().equals(path)).toList();
    }

    private BlockingQueue<Asked> queue(String path) {
        return asked.computeIfAbsent(path, _ -> new LinkedBlockingQueue<>());
    }

    private void take(HttpExchange exchange) {
        try (exchange) {
            var raw = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var uri = exchange.getRequestURI();
            var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
            var get = exchange.getRequestMethod().equals("GET");
            var got = new Asked(
                    uri.getPath(),
                    query,
                    exchange.getRequestMethod(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    Form.parse(get ? query : raw),
                    raw);
            all.add(got);
            queue(uri.getPath()).add(got);
            var reply = replies.getOrDefault(uri.getPath(), _ -> new Reply(200, "<Response/>"))
                    .apply(got);
            var sound = sounds.get(uri.getPath());
            var bytes = sound == null ? reply.body().getBytes(StandardCharsets.UTF_8) : sound;
            exchange.getResponseHeaders().add("Content-Type", sound == null ? "text/xml" : "audio/wav");
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
