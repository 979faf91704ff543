package io.trunkline.launcher.kill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// An agent's voice device at the simulator: one leg at a time, and no sound.
final class Device implements Runnable {
    private static final Duration LISTEN = Duration.ofMillis(250);

    private final HttpClient http;
    private final URI address;
    private final String token;
    private volatile @Nullable Socket socket;
    private volatile String leg = "";
    private volatile boolean there;
    private volatile boolean ended;

    Device(HttpClient http, JsonNode credentials) {
        this.http = http;
        this.address = URI.create(credentials.path("signalling").asText());
        this.token = credentials.path("token").asText();
    }

    @Override
    public void run() {
        while (!ended) {
            try (var open = Socket.open(http, address, Map.of())) {
                open.send(message("listen", Map.of("token", token)));
                socket = open;
                listen(open);
            } catch (TimeoutException _) {
                Wait.briefly(50);
            } catch (InterruptedException _) {
                return;
            } finally {
                socket = null;
                leg = "";
            }
        }
    }

    void end() {
        ended = true;
    }

    /// Calls in with what was accepted; nothing while a leg is there or on its way.
    void connect(String reservation) {
        call("reservation=" + reservation);
    }

    /// As [#connect], with these parameters.
    void call(String params) {
        var to = socket;
        if (to == null || !leg.isEmpty()) {
            return;
        }
        there = false;
        leg = "TJS" + UUID.randomUUID().toString().replace("-", "");
        to.send(message("invite", Map.of("callsid", leg, "twilio", Map.of("params", params))));
    }

    void hangUp() {
        var to = socket;
        if (to != null && !leg.isEmpty()) {
            to.send(message("hangup", Map.of("callsid", leg)));
        }
    }

    boolean busy() {
        return !leg.isEmpty();
    }

    boolean connected() {
        return there && !leg.isEmpty();
    }

    private void listen(Socket open) throws InterruptedException {
        while (!ended) {
            var text = open.next(LISTEN);
            if (text == null) {
                return;
            }
            if (text.equals("\n")) {
                open.send("\n");
            } else if (!text.isEmpty()) {
                take(text);
            }
        }
    }

    private void take(String text) {
        var message = read(text);
        switch (message.path("type").asText()) {
            case "answer" -> there = true;
            case "hangup", "cancel", "error" -> {
                if (mine(message.path("payload"))) {
                    leg = "";
                }
            }
            default -> {}
        }
    }

    private boolean mine(JsonNode payload) {
        return payload.path("outgoing").asText(payload.path("callsid").asText()).equals(leg);
    }

    private static String message(String type, Map<String, Object> payload) {
        try {
            return Json.mapper().writeValueAsString(Map.of("type", type, "version", "1.6", "payload", payload));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
