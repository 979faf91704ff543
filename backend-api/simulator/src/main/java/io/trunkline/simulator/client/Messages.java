package io.trunkline.simulator.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.json.Json;
import io.trunkline.simulator.account.Account;
import io.trunkline.simulator.voice.Call;
import java.io.UncheckedIOException;

/// The envelope `{type, version, payload}` of the signalling socket.
final class Messages {
    private static final String VERSION = "1.6";

    private Messages() {}

    static ObjectNode payload() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String write(String type, ObjectNode payload) {
        var envelope = payload().put("type", type).put("version", VERSION);
        envelope.set("payload", payload);
        return envelope.toString();
    }

    static JsonNode read(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode error(int code, String message) {
        var payload = payload();
        payload.putObject("error").put("code", code).put("message", message);
        return payload;
    }

    /// Why a device's own call ended before it was answered, as the carrier words it; nothing once it was.
    static ObjectNode why(Call call, ObjectNode payload) {
        if (call.answered().isPresent()) {
            return payload;
        }
        return switch (call.status()) {
            case BUSY -> payload.setAll(error(31486, "Busy here"));
            case NO_ANSWER -> payload.setAll(error(31480, "Temporarily unavailable"));
            case FAILED -> payload.setAll(error(31404, "Not found"));
            case CANCELED, QUEUED, INITIATED, RINGING, IN_PROGRESS, COMPLETED -> payload;
        };
    }

    /// What the device sent has arrived.
    static ObjectNode taken(JsonNode message) {
        return payload()
                .put("acktype", "message")
                .put("callsid", message.path("callsid").asText())
                .put("voiceeventsid", message.path("voiceeventsid").asText());
    }

    static ObjectNode connected(AccessToken token, long ttl) {
        var payload = payload()
                .put("region", "us1")
                .put("edge", "simulator")
                .put("home", "us1")
                .put("gateway", "simulator");
        payload.putObject("token").put("identity", token.identity()).put("ttl", ttl);
        return payload;
    }

    static ObjectNode invite(Call call, Account account, ObjectNode payload) {
        payload.putObject("parameters")
                .put("From", call.from())
                .put("To", call.to())
                .put("CallSid", call.sid())
                .put("AccountSid", account.sid())
                .put("Params", call.parameters());
        return payload;
    }
}
