package io.trunkline.launcher.kill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Follows the live feed as a desktop does, over every restart, and keeps each event it was told by its number.
final class Feed implements Runnable {
    private static final Duration LISTEN = Duration.ofMillis(250);

    private final HttpClient http;
    private final URI address;
    private final String token;
    private final Consumer<JsonNode> sink;
    private final Map<Long, String> told = new TreeMap<>();
    private final AtomicInteger twice = new AtomicInteger();
    private final AtomicInteger resyncs = new AtomicInteger();
    private volatile long since;
    private volatile boolean ended;

    /// `sink` hears each event once, in order.
    Feed(HttpClient http, URI address, String token, Consumer<JsonNode> sink) {
        this.http = http;
        this.address = address;
        this.token = token;
        this.sink = sink;
    }

    static URI at(URI backend) {
        return URI.create(backend.toString().replaceFirst("^http", "ws") + "/api/v1/live");
    }

    @Override
    public void run() {
        while (!ended) {
            try (var socket = Socket.open(
                    http, URI.create(address + "?since=" + since), Map.of("Authorization", "Bearer " + token))) {
                listen(socket);
            } catch (TimeoutException _) {
                Wait.briefly(50);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    void end() {
        ended = true;
    }

    /// The same client, who knows nothing yet.
    Feed again() {
        return new Feed(http, address, token, _ -> {});
    }

    /// The last number this client was told of.
    long position() {
        return since;
    }

    /// Events by number, as they were told.
    SortedMap<Long, String> told() {
        synchronized (told) {
            return new TreeMap<>(told);
        }
    }

    /// Events that came a second time over the wire.
    int twice() {
        return twice.get();
    }

    int resyncs() {
        return resyncs.get();
    }

    private void listen(Socket socket) throws InterruptedException {
        while (!ended) {
            var text = socket.next(LISTEN);
            if (text == null) {
                return;
            }
            if (!text.isEmpty()) {
                read(text).forEach(this::take);
            }
        }
    }

    private void take(JsonNode frame) {
        var seq = frame.path("seq").asLong();
        switch (frame.path("frame").asText()) {
            case "event" -> event(seq, frame.path("event"));
            case "caughtUp", "mark" -> since = Math.max(since, seq);
            case "resync" -> {
                resyncs.incrementAndGet();
                since = seq;
            }
            default -> {}
        }
    }

    private void event(long seq, JsonNode event) {
        synchronized (told) {
            if (seq <= since || told.putIfAbsent(seq, event.toString()) != null) {
                twice.incrementAndGet();
                return;
            }
        }
        since = seq;
        sink.accept(event);
    }

    private static JsonNode read(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no frames: " + text, e);
        }
    }
}
