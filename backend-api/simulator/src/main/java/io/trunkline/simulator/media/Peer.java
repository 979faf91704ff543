package io.trunkline.simulator.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.PortAllocatorConfig;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The carrier's end of the sound of one leg.
///
/// Each has a factory and a headless audio module of its own, since a new sender makes the module of its factory
/// record,
/// and libwebrtc ends the process when somebody pushes sound while its module records. All is disposed of together.
public final class Peer implements Duplex, PeerConnectionObserver, AutoCloseable {
    /// Does something after a while.
    public interface Later {
        void run(Duration delay, Runnable what);
    }

    /// How long after the connection the module has surely begun to record, and may be told to stop.
    private static final Duration SETTLING = Duration.ofMillis(200);
    private static final Duration GATHERING = Duration.ofSeconds(3);

    private final ReentrantLock negotiating = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore gathered = new Semaphore(0);
    private final Inlet inlet = new Inlet();
    private final byte[] bytes = new byte[2 * Frame.SAMPLES];
    private final AudioTrackSink sink = (pcm, _, _, channels, samples) -> inlet.put(pcm, channels, samples);
    private final Later later;
    private final HeadlessAudioDeviceModule module = new HeadlessAudioDeviceModule();
    private final PeerConnectionFactory factory = new PeerConnectionFactory(module);
    private final CustomAudioSource source = new CustomAudioSource();
    private final RTCPeerConnection connection;
    private volatile @Nullable AudioTrack remote;
    private volatile boolean settling;
    private volatile boolean closed;
    private volatile boolean pushing;
    private volatile boolean alive;

    public Peer(Later later) {
        this.later = later;
        var how = new RTCConfiguration();
        how.portAllocatorConfig = new PortAllocatorConfig()
                .setDisableTcp(true)
                .setDisableStun(true)
                .setDisableRelay(true);
        connection = factory.createPeerConnection(how, this);
        connection.addTrack(factory.createAudioTrack("carrier", source), List.of("carrier"));
    }

    /// Answers an offer, or another offer of the same session.
    public String answer(String offer) {
        return whileOpen(() -> {
            set(RTCSdpType.OFFER, offer);
            var made = new Described();
            connection.createAnswer(new RTCAnswerOptions(), made);
            return local(made.made());
        });
    }

    public String offer() {
        return whileOpen(() -> {
            var made = new Described();
            connection.createOffer(new RTCOfferOptions(), made);
            return local(made.made());
        });
    }

    public void accept(String answer) {
        whileOpen(() -> {
            set(RTCSdpType.ANSWER, answer);
            return answer;
        });
    }

    private String whileOpen(Supplier<String> what) {
        negotiating.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the leg has ended");
            }
            return what.get();
        } finally {
            negotiating.unlock();
        }
    }

    private void set(RTCSdpType type, String sdp) {
        var done = new Described();
        connection.setRemoteDescription(new RTCSessionDescription(type, sdp), done);
        done.done();
    }

    /// With all candidates inside.
    private String local(RTCSessionDescription made) {
        var done = new Described();
        connection.setLocalDescription(made, done);
        done.done();
        return withCandidates();
    }

    private String withCandidates() {
        var until = System.nanoTime() + GATHERING.toNanos();
        try {
            do {
                var now = connection.getLocalDescription().sdp;
                if (connection.getIceGatheringState() == RTCIceGatheringState.COMPLETE && now.contains("a=candidate")) {
                    return now;
                }
            } while (gathered.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the simulator is closing", e);
        }
        return connection.getLocalDescription().sdp;
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {}

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        gathered.release();
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        alive = state == RTCPeerConnectionState.CONNECTED;
        if (alive && !settling) {
            settling = true;
            later.run(SETTLING, this::begin);
        }
    }

    private void begin() {
        lock.lock();
        try {
            if (!closed) {
                module.stopRecording();
                pushing = true;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        if (transceiver.getReceiver().getTrack() instanceof AudioTrack track) {
            remote = track;
            track.addSink(sink);
        }
    }

    @Override
    public void take(short[] into) {
        inlet.take(into);
    }

    @Override
    public void give(short[] frame) {
        if (!pushing || !lock.tryLock()) {
            return;
        }
        try {
            if (!closed) {
                for (var i = 0; i < frame.length; i++) {
                    bytes[2 * i] = (byte) frame[i];
                    bytes[2 * i + 1] = (byte) (frame[i] >> 8);
                }
                source.pushAudio(bytes, 16, Frame.RATE, 1, Frame.SAMPLES);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean alive() {
        return alive;
    }

    /// The order matters to libwebrtc: nobody listens, nothing is connected, and only then what they were made of goes.
    @Override
    public void close() {
        negotiating.lock();
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            alive = false;
            pushing = false;
            var heard = remote;
            if (heard != null) {
                heard.removeSink(sink);
            }
            connection.close();
            source.dispose();
            factory.dispose();
            module.dispose();
        } finally {
            lock.unlock();
            negotiating.unlock();
        }
    }
}
