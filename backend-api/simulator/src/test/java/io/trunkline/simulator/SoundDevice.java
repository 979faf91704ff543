package io.trunkline.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;

/// A device with sound, signalling as the official SDK does: registers, offers with all candidates inside, answers.
final class SoundDevice implements AutoCloseable {
    private final HttpClient http;
    private final URI simulator;
    private final String token;
    private final double hertz;
    FakeDevice signal;
    SoundPeer peer;
    String sid = "";
    JsonNode answer;

    SoundDevice(HttpClient http, URI simulator, String token, double hertz) {
        this.http = http;
        this.simulator = simulator;
        this.token = token;
        this.hertz = hertz;
        signal = listens();
    }

    private FakeDevice listens() {
        var socket = new FakeDevice(http, simulator);
        says(socket, "listen", Map.of("browserinfo", Map.of("p", "browser"), "reconnectTimeout", 0, "token", token));
        socket.next("connected");
        says(socket, "register", Map.of("media", Map.of("audio", true)));
        socket.next("ready");
        return socket;
    }

    static void says(FakeDevice to, String type, Map<String, ?> payload) {
        to.says(type, Json.mapper().valueToTree(payload).toString());
    }

    void invites(String params) {
        peer = new SoundPeer(hertz);
        says(
                signal,
                "invite",
                Map.of("callsid", "TJS" + System.nanoTime(), "sdp", peer.offer(), "twilio", Map.of("params", params)));
    }

    /// Calls out and waits for the answer.
    SoundDevice calls(String params) {
        invites(params);
        sid = signal.next("ringing").path("callsid").asText();
        answer = signal.next("answer");
        peer.accept(answer.path("sdp").asText());
        return this;
    }

    /// Waits for the invitation and takes it.
    JsonNode picksUp() {
        var invite = signal.next("invite");
        sid = invite.path("callsid").asText();
        peer = new SoundPeer(hertz);
        says(
                signal,
                "answer",
                Map.of("callsid", sid, "sdp", peer.answer(invite.path("sdp").asText())));
        return invite;
    }

    /// The socket breaks; another takes its place, and the leg is asked for again.
    void reconnects() {
        signal.dies();
        signal = listens();
        says(
                signal,
                "invite",
                Map.of("callsid", sid, "sdp", peer.description(), "reconnect", "token", "twilio", Map.of()));
        signal.next("answer");
    }

    /// The program was started again and asks for a leg that still lives.
    SoundDevice takesUp(String leg) {
        sid = leg;
        peer = new SoundPeer(hertz);
        says(signal, "invite", Map.of("callsid", leg, "sdp", peer.offer(), "reconnect", "token", "twilio", Map.of()));
        peer.accept(signal.next("answer").path("sdp").asText());
        return this;
    }

    /// The network changed: new addresses for the same session.
    void restartsIce() {
        says(signal, "reinvite", Map.of("callsid", sid, "sdp", peer.offer(true)));
        peer.accept(signal.next("answer").path("sdp").asText());
    }

    void hangsUp() {
        says(signal, "hangup", Map.of("callsid", sid));
        peer.close();
        peer = null;
    }

    @Override
    public void close() {
        if (peer != null) {
            peer.close();
        }
        signal.close();
    }
}
