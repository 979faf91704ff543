package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpCodecCapability;
import dev.onvoid.webrtc.media.MediaType;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import io.trunkline.desktop.kit.work.Lane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The media engine and what the page has made of it. Touched on the media lane only.
final class Media {
    private static final Logger LOG = LoggerFactory.getLogger(Media.class);

    private final Lane lane;
    private final SoundSystem sound;
    private final Answers answers;
    private final Engine.Listener listener;
    private final Microphone microphone;
    private final PeerConnectionFactory factory;
    private final AudioTrackSource source;
    private final List<RTCRtpCodecCapability> codecs;
    private final Map<Integer, Peer> peers = new HashMap<>();

    /// Throws an error of linkage where the engine's native half, or a library it needs, is missing.
    Media(Lane lane, SoundSystem sound, Microphone microphone, Answers answers, Engine.Listener listener) {
        this.lane = lane;
        this.sound = sound;
        this.microphone = microphone;
        this.answers = answers;
        this.listener = listener;
        factory = new PeerConnectionFactory(sound.module());
        source = sound.begin(factory, lane, listener::event);
        codecs = factory.getRtpReceiverCapabilities(MediaType.AUDIO).getCodecs();
    }

    /// As `RTCRtpReceiver.getCapabilities` gives them, each with its number.
    ArrayNode codecs() {
        var rows = JsonNodeFactory.instance.arrayNode();
        for (var i = 0; i < codecs.size(); i++) {
            var codec = codecs.get(i);
            rows.addObject()
                    .put("number", i)
                    .put("mimeType", codec.getMimeType())
                    .put("clockRate", codec.getClockRate())
                    .put("channels", codec.getChannels());
        }
        return rows;
    }

    /// The connection that carries sound now.
    Optional<Peer> talking() {
        return peers.values().stream()
                .filter(each -> each.connection().getConnectionState() == RTCPeerConnectionState.CONNECTED)
                .findFirst();
    }

    int connections() {
        return peers.size();
    }

    /// Does what the page asks; false where it is none of the engine's business.
    boolean take(Question question) {
        var value = question.value();
        switch (question.op()) {
            case "microphone" -> open(question);
            case "track-enabled" ->
                microphone.enable(question.target(), value.path("on").asBoolean());
            case "track-stop" -> microphone.remove(question.target());
            case "open" -> peers.put(question.target(), peer(question));
            case "close" -> close(question.target());
            default -> {
                return ask(question, peers.get(question.target()));
            }
        }
        return true;
    }

    private boolean ask(Question question, @Nullable Peer peer) {
        if (peer == null) {
            return false;
        }
        var value = question.value();
        switch (question.op()) {
            case "add-track" -> add(peer, value.path("track").asInt());
            case "replace-track" -> replace(question, peer, value.path("track").asInt());
            case "codecs" -> peer.prefer(order(value.path("order")));
            case "create-offer" ->
                peer.offer(question.id(), value.path("iceRestart").asBoolean());
            case "create-answer" -> peer.answer(question.id());
            case "set-local" -> peer.setLocal(question.id(), value);
            case "set-remote" -> peer.setRemote(question.id(), value);
            case "add-candidate" -> addCandidate(question, peer);
            case "stats" -> peer.connection().getStats(report -> answers.good(question.id(), StatsRows.of(report)));
            case "digits" ->
                peer.sendDigits(
                        value.path("tones").asText(),
                        value.path("duration").asInt(),
                        value.path("gap").asInt());
            case "restart-ice" -> peer.connection().restartIce();
            default -> {
                return false;
            }
        }
        return true;
    }

    private Peer peer(Question question) {
        return new Peer(
                question.target(),
                question.value(),
                factory,
                answers,
                state -> lane.run(() -> moved(state)),
                track -> lane.run(() -> heard(question.target(), track)));
    }

    /// The track is borrowed from its connection, and gone with it.
    private void heard(int number, AudioTrack track) {
        if (peers.containsKey(number)) {
            sound.hear(track);
        }
    }

    private void moved(RTCPeerConnectionState state) {
        if (state == RTCPeerConnectionState.CONNECTED && !peers.isEmpty()) {
            sound.talking();
            listener.flowing();
        }
    }

    private void open(Question question) {
        var track = factory.createAudioTrack("microphone-" + question.target(), source);
        microphone.add(question.target(), track);
        answers.good(question.id(), null);
    }

    private void add(Peer peer, int number) {
        var track = microphone.track(number);
        if (track == null) {
            LOG.warn("There is no microphone {} to speak into", number);
        } else {
            peer.add(track);
        }
    }

    private void replace(Question question, Peer peer, int number) {
        peer.replace(number == 0 ? null : microphone.track(number));
        answers.good(question.id(), null);
    }

    private void addCandidate(Question question, Peer peer) {
        peer.addCandidate(question.value());
        answers.good(question.id(), null);
    }

    private void close(int number) {
        var peer = peers.remove(number);
        if (peer != null) {
            if (peers.isEmpty()) {
                sound.silent();
            }
            peer.close();
        }
    }

    private List<RTCRtpCodecCapability> order(JsonNode numbers) {
        var ordered = new ArrayList<RTCRtpCodecCapability>();
        numbers.forEach(number -> ordered.add(codecs.get(number.asInt())));
        return ordered;
    }

    /// Connections first, then what they sent, then what made both.
    void end() {
        List.copyOf(peers.keySet()).forEach(this::close);
        microphone.clear();
        factory.dispose();
        sound.end();
    }
}
