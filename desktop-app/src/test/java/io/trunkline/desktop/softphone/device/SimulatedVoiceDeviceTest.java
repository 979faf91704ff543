package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.wire.Peer;
import io.trunkline.desktop.wire.SocketServer;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.VoiceCredentials;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SimulatedVoiceDeviceTest {
    private static final ReservationId RESERVATION = new ReservationId(Samples.id(5));

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<VoiceEvent> events = new LinkedBlockingQueue<>();
    private @Nullable VoiceCredentials credentials;
    private final SimulatedVoiceDevice device =
            new SimulatedVoiceDevice(() -> Objects.requireNonNull(credentials), events::add);

    @Test
    void listensInvitesMutesAndIsHungUpOn() throws Exception {
        try (var server = new SocketServer(this::carrier)) {
            join(server, "good");
            assertThat(next()).isEqualTo("listen good");
            assertThat(next()).isEqualTo("invite reservation=" + RESERVATION);
            assertThat(events.poll(5, TimeUnit.SECONDS)).isInstanceOf(VoiceEvent.Ringing.class);
            assertThat(events.poll(5, TimeUnit.SECONDS)).isInstanceOf(VoiceEvent.Connected.class);

            device.mute(true);
            device.sendDigits("12#");
            assertThat(next()).isEqualTo("mute true");
            assertThat(next()).isEqualTo("dtmf 12#");

            device.hangUp();
            assertThat(next()).startsWith("hangup");
            assertThat(ended()).isEmpty();
        }
    }

    @Test
    void aRefusedTokenSaysWhy() throws Exception {
        try (var server = new SocketServer(this::carrier)) {
            assertThatThrownBy(() -> join(server, "stale"))
                    .isInstanceOf(VoiceFailure.class)
                    .hasMessage("Access Token expired");
        }
    }

    @Test
    void aConnectionCutWhileJoiningIsNotWaitedFor() throws Exception {
        try (var server = new SocketServer(this::carrier)) {
            assertThatThrownBy(() -> join(server, "cut")).isInstanceOf(VoiceFailure.class);
        }
    }

    @Test
    void aCutConnectionIsTold() throws Exception {
        try (var server = new SocketServer(this::carrier)) {
            join(server, "good");
            device.sendDigits("cut");
            assertThat(ended()).isNotEmpty();
        }
    }

    private void join(SocketServer server, String token) throws InterruptedException {
        credentials = credentials(server, token);
        device.connect(RESERVATION, false);
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(5, TimeUnit.SECONDS));
    }

    private String ended() throws InterruptedException {
        for (var event = events.poll(5, TimeUnit.SECONDS); event != null; event = events.poll(5, TimeUnit.SECONDS)) {
            if (event instanceof VoiceEvent.Ended(var _, var why)) {
                return why;
            }
        }
        throw new AssertionError("The end was not told");
    }

    private static VoiceCredentials credentials(SocketServer server, String token) {
        return new VoiceCredentials(
                token, "ben", Samples.NINE, server.address("/signal").toString());
    }

    /// Answers as the carrier's signalling does.
    private void carrier(Peer peer) throws IOException {
        var token = "";
        for (var text = peer.read(); text != null; text = peer.read()) {
            if (text.isBlank()) {
                continue;
            }
            var payload = Json.mapper().readTree(text).path("payload");
            var call = payload.path("callsid").asText();
            switch (Json.mapper().readTree(text).path("type").asText()) {
                case "listen" -> {
                    token = payload.path("token").asText();
                    heard.add("listen " + token);
                    if (token.equals("stale")) {
                        say(peer, "error", "\"error\":{\"code\":20104,\"message\":\"Access Token expired\"}");
                    } else {
                        peer.send("\n");
                        say(peer, "connected", "\"token\":{}");
                        say(peer, "ready", "");
                    }
                }
                case "invite" -> {
                    heard.add("invite " + payload.path("twilio").path("params").asText());
                    say(peer, "ringing", "\"callsid\":\"" + call + "\"");
                    if (token.equals("cut")) {
                        peer.cut();
                        return;
                    }
                    say(peer, "answer", "\"callsid\":\"" + call + "\"");
                }
                case "hangup" -> {
                    heard.add("hangup");
                    say(peer, "hangup", "\"callsid\":\"" + call + "\"");
                }
                case "mute" -> heard.add("mute " + payload.path("muted").asBoolean());
                case "dtmf" -> {
                    if (payload.path("dtmf").asText().equals("cut")) {
                        peer.cut();
                        return;
                    }
                    heard.add("dtmf " + payload.path("dtmf").asText());
                }
                default -> heard.add(text);
            }
        }
    }

    private static void say(Peer peer, String type, String payload) throws IOException {
        peer.send("{\"type\":\"" + type + "\",\"version\":\"1.6\",\"payload\":{" + payload + "}}");
    }
}
