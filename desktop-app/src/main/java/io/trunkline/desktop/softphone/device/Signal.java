package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.json.Json;

/// One message of the carrier's signalling: `{"type","version","payload"}`.
record Signal(String type, JsonNode payload) {
    private static final String VERSION = "1.6";
    private static final String HEARTBEAT = "heartbeat";

    static Signal of(String type, ObjectNode payload) {
        return new Signal(type, payload);
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// A bare line feed is the heartbeat.
    static Signal read(String text) throws JsonProcessingException {
        if (text.isBlank()) {
            return new Signal(HEARTBEAT, empty());
        }
        var message = Json.mapper().readTree(text);
        return new Signal(message.path("type").asText(), message.path("payload"));
    }

    boolean isHeartbeat() {
        return type.equals(HEARTBEAT);
    }

    String text() {
        var message = empty();
        message.put("type", type).put("version", VERSION).set("payload", payload);
        return message.toString();
    }

    String call() {
        return payload.path("callsid").asText();
    }

    /// The carrier's code where the message carries an error, otherwise 0.
    int errorCode() {
        return payload.path("error").path("code").asInt(0);
    }

    String errorSentence() {
        return payload.path("error").path("message").asText("");
    }
}
