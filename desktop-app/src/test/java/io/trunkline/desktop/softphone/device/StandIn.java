package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.desktop.wire.Peer;
import io.trunkline.desktop.wire.SocketServer;
import io.trunkline.model.call.VoiceCredentials;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The carrier, for one device: its signalling, and a far side for each call.
final class StandIn implements AutoCloseable {
    /// A message of the device's.
    record Said(String type, JsonNode payload) {}

    /// How an invitation is met.
    enum Manner {
        ANSWERS,
        REFUSES,
        IGNORES
    }

    final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
    final AtomicInteger tokens = new AtomicInteger();
    volatile Manner manner = Manner.ANSWERS;
    volatile long life = 3600;
    /// Takes registrations and says nothing.
    volatile boolean mumbles;
    /// Takes no credentials.
    volatile boolean refuses;
    private final SocketServer server;
    private volatile @Nullable Peer device;
    private volatile @Nullable FarSide far;
    private volatile String call = "";

    StandIn() throws IOException {
        server = new SocketServer(this::serve);
    }

    VoiceCredentials credentials() {
        return new VoiceCredentials(
                "eyJ0b2tlbg." + tokens.incrementAndGet() + ".x",
                "ben",
                Instant.ofEpochMilli(System.currentTimeMillis() + life * 1000),
                address());
    }

    /// Where its signalling is.
    String address() {
        return server.address("/signal").toString();
    }

    FarSide far() {
        var now = far;
        if (now == null) {
            throw new AssertionError("There is no call");
        }
        return now;
    }

    /// The next message of this type; what came before it is forgotten.
    Said next(String type) throws InterruptedException {
        while (true) {
            @Nullable Said each = said.poll(10, TimeUnit.SECONDS);
            if (each == null) {
                throw new AssertionError("The device did not say " + type);
            }
            if (each.type().equals(type)) {
                return each;
            }
        }
    }

    /// A colleague calls this device.
    void ring(String params) throws InterruptedException, IOException {
        call = fresh();
        var calling = new FarSide();
        far = calling;
        tell("invite", invitation(call, calling.offer(), params));
    }

    /// A colleague calls while another call runs, which goes on; the name of the new one.
    String ringMeanwhile(String params) throws InterruptedException, IOException {
        var second = fresh();
        try (var calling = new FarSide()) {
            tell("invite", invitation(second, calling.offer(), params));
        }
        return second;
    }

    private static String fresh() {
        return "CA" + UUID.randomUUID().toString().replace("-", "");
    }

    private static ObjectNode invitation(String call, String offer, String params) {
        var payload = object().put("callsid", call).put("sdp", offer);
        payload.putObject("parameters")
                .put("From", "client:anna")
                .put("To", "client:ben")
                .put("CallSid", call)
                .put("AccountSid", "AC0")
                .put("Params", params);
        return payload;
    }

    void cancel() throws IOException {
        tell("cancel", named());
        far().close();
    }

    void hangUp() throws IOException {
        tell("hangup", named());
        far().close();
    }

    void hangUp(int code, String message) throws IOException {
        var payload = named();
        payload.putObject("error").put("code", code).put("message", message);
        tell("hangup", payload);
        far().close();
    }

    /// The way to the device breaks, as a network does.
    void cut() throws IOException {
        var now = device;
        if (now != null) {
            now.cut();
        }
    }

    /// The way to the device leads nowhere any more, of which neither end is told.
    void deafen() {
        var now = device;
        if (now != null) {
            now.deafen();
        }
    }

    @Override
    public void close() throws IOException {
        var now = far;
        if (now != null) {
            now.close();
        }
        server.close();
    }

    private ObjectNode named() {
        return object().put("callsid", call);
    }

    private void serve(Peer peer) throws IOException {
        device = peer;
        for (var text = peer.read(); text != null; text = peer.read()) {
            if (!text.isBlank()) {
                var message = Json.mapper().readTree(text);
                take(message.path("type").asText(), message.path("payload"));
            }
        }
    }

    private void take(String type, JsonNode payload) throws IOException {
        try {
            switch (type) {
                case "listen" -> tell(refuses ? "error" : "connected", refuses ? refusal() : connected());
                case "register" -> {
                    if (!mumbles) {
                        tell("ready", object());
                    }
                }
                case "invite" -> invited(payload);
                case "reinvite" -> tell("answer", answer(payload, far().answer(sdp(payload))));
                case "answer" -> far().accept(sdp(payload));
                case "hangup" -> far().close();
                default -> {}
            }
            said.add(new Said(type, payload));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void invited(JsonNode payload) throws IOException, InterruptedException {
        if (payload.has("reconnect")) {
            tell(
                    "answer",
                    object().put("callsid", payload.path("callsid").asText()).put("reconnect", "again"));
            return;
        }
        call = fresh();
        var answering = new FarSide();
        far = answering;
        switch (manner) {
            case ANSWERS -> {
                tell("ringing", named());
                tell(
                        "answer",
                        named().put("sdp", answering.answer(sdp(payload))).put("reconnect", "first"));
            }
            case REFUSES -> {
                var refusal = object().put("callsid", payload.path("callsid").asText());
                refusal.putObject("error").put("code", 31486).put("message", "Busy here");
                tell("hangup", refusal);
            }
            case IGNORES -> {}
        }
    }

    private static ObjectNode answer(JsonNode to, String sdp) {
        return object().put("callsid", to.path("callsid").asText()).put("sdp", sdp);
    }

    private static ObjectNode refusal() {
        var payload = object();
        payload.putObject("error").put("code", 31204).put("message", "JWT is invalid");
        return payload;
    }

    private ObjectNode connected() {
        var payload = object().put("region", "US_EAST_VIRGINIA")
                .put("edge", "ashburn")
                .put("home", "us1");
        payload.putObject("token").put("identity", "ben").put("ttl", life);
        return payload;
    }

    private void tell(String type, ObjectNode payload) throws IOException {
        var to = device;
        if (to == null) {
            throw new AssertionError("No device is here");
        }
        var message = object().put("type", type).put("version", "1.6");
        message.set("payload", payload);
        synchronized (this) {
            to.send(message.toString());
        }
    }

    private static String sdp(JsonNode payload) {
        return payload.path("sdp").asText();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
