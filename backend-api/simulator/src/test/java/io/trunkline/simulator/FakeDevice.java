package io.trunkline.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A voice device as the simulator sees it: one socket, messages in their order.
final class FakeDevice implements WebSocket.Listener, AutoCloseable {
    private final BlockingQueue<JsonNode> got = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    FakeDevice(HttpClient http, URI simulator) {
        var uri = URI.create("ws://" + simulator.getAuthority() + "/signal");
        socket = http.newWebSocketBuilder().buildAsync(uri, this).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            take(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
        got.add(Json.mapper().createObjectNode().put("type", "pong"));
        from.request(1);
        return null;
    }

    void pings() {
        socket.sendPing(ByteBuffer.allocate(0)).join();
    }

    private void take(String text) {
        try {
            got.add(
                    text.isBlank()
                            ? Json.mapper().createObjectNode().put("type", "heartbeat")
                            : Json.mapper().readTree(text));
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    void says(String type, String payload) {
        raw("{\"type\": \"%s\", \"version\": \"1.6\", \"payload\": %s}".formatted(type, payload));
    }

    void raw(String text) {
        socket.sendText(text, true).join();
    }

    /// The payload of the next message of this type; others are skipped.
    JsonNode next(String type) {
        try {
            while (true) {
                var message = got.poll(10, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("no " + type + " came");
                }
                if (message.path("type").asText().equals(type)) {
                    return message.path("payload");
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The device is gone without a word.
    void dies() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
