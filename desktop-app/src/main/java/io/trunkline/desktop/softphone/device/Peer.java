package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceConnectionState;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpCodecCapability;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSignalingState;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One native connection, known to the page by a number. Asked on the media lane; tells from the engine's threads.
final class Peer implements PeerConnectionObserver {
    private final int number;
    private final Answers answers;
    private final Consumer<RTCPeerConnectionState> moved;
    private final Consumer<AudioTrack> heard;
    private final RTCPeerConnection connection;
    private @Nullable RTCRtpSender sender;

    Peer(
            int number,
            JsonNode configuration,
            PeerConnectionFactory factory,
            Answers answers,
            Consumer<RTCPeerConnectionState> moved,
            Consumer<AudioTrack> heard) {
        this.number = number;
        this.answers = answers;
        this.moved = moved;
        this.heard = heard;
        connection = factory.createPeerConnection(configuration(configuration), this);
    }

    RTCPeerConnection connection() {
        return connection;
    }

    void add(MediaStreamTrack track) {
        sender = connection.addTrack(track, List.of("agent"));
    }

    void replace(@Nullable MediaStreamTrack track) {
        var now = sender;
        if (now != null) {
            now.replaceTrack(track);
        }
    }

    void prefer(List<RTCRtpCodecCapability> codecs) {
        connection.getTransceivers()[0].setCodecPreferences(codecs);
    }

    void offer(int id, boolean iceRestart) {
        var options = new RTCOfferOptions();
        options.iceRestart = iceRestart;
        connection.createOffer(options, Descriptions.made(answers, id));
    }

    void answer(int id) {
        connection.createAnswer(new RTCAnswerOptions(), Descriptions.made(answers, id));
    }

    void setLocal(int id, JsonNode description) {
        connection.setLocalDescription(
                Descriptions.read(description), Descriptions.set(answers, id, () -> local(description)));
    }

    void setRemote(int id, JsonNode description) {
        connection.setRemoteDescription(Descriptions.read(description), Descriptions.set(answers, id, () -> null));
    }

    void addCandidate(JsonNode candidate) {
        connection.addIceCandidate(new RTCIceCandidate(
                candidate.path("sdpMid").asText("0"),
                candidate.path("sdpMLineIndex").asInt(0),
                candidate.path("candidate").asText()));
    }

    void sendDigits(String tones, int duration, int gap) {
        var digits = sender == null ? null : sender.getDtmfSender();
        if (digits != null && digits.canInsertDtmf()) {
            digits.insertDtmf(tones, duration, gap);
        }
    }

    /// Lets go of the track first: a sender that is left keeps what it sent. Called from no thread of the engine's,
    /// which have to finish before the connection is freed.
    void close() {
        replace(null);
        var reference = NativeReference.of(connection);
        connection.close();
        var last = sender;
        if (last != null) {
            sender = null;
            NativeReference.of(last).letGo();
        }
        reference.letGo();
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        answers.tell(
                number,
                "candidate",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("candidate", candidate.sdp)
                        .put("sdpMid", candidate.sdpMid)
                        .put("sdpMLineIndex", candidate.sdpMLineIndex));
    }

    @Override
    public void onSignalingChange(RTCSignalingState state) {
        answers.tell(number, "signaling", name(state));
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        answers.tell(number, "connection", name(state));
        moved.accept(state);
    }

    @Override
    public void onIceConnectionChange(RTCIceConnectionState state) {
        answers.tell(number, "ice", name(state));
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        var about =
                JsonNodeFactory.instance.objectNode().put("state", name(state).asText());
        if (state == RTCIceGatheringState.COMPLETE) {
            var local = connection.getLocalDescription();
            if (local != null) {
                about.set("local", Descriptions.write(local));
            }
        }
        answers.tell(number, "gathering", about);
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        if (transceiver.getReceiver().getTrack() instanceof AudioTrack track) {
            heard.accept(track);
        }
        answers.tell(number, "track", JsonNodeFactory.instance.objectNode());
    }

    private JsonNode local(JsonNode asGiven) {
        var local = connection.getLocalDescription();
        return local == null ? asGiven : Descriptions.write(local);
    }

    private static TextNode name(Enum<?> state) {
        return TextNode.valueOf(state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static RTCConfiguration configuration(JsonNode wanted) {
        var configuration = new RTCConfiguration();
        for (var each : wanted.path("iceServers")) {
            var server = new RTCIceServer();
            var urls = each.path("urls");
            if (urls.isArray()) {
                urls.forEach(url -> server.urls.add(url.asText()));
            } else if (!urls.isMissingNode()) {
                server.urls.add(urls.asText());
            }
            server.username = each.path("username").asText("");
            server.password = each.path("credential").asText("");
            configuration.iceServers.add(server);
        }
        return configuration;
    }
}
