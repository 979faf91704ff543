package io.trunkline.simulator.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.PortAllocatorConfig;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// What one leg at a time needs of libwebrtc: a factory, its headless audio module, a source to push sound into.
///
/// One leg at a time, since a new sender makes the module record, and libwebrtc ends the process when somebody pushes
/// sound while the module of the same factory records. Benches are kept for the next leg: a factory and its threads
/// take longer to make than a connection.
final class Bench {
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final ArrayDeque<Bench> FREE = new ArrayDeque<>();

    private final HeadlessAudioDeviceModule module = new HeadlessAudioDeviceModule();
    private final PeerConnectionFactory factory = new PeerConnectionFactory(module);
    private final CustomAudioSource source = new CustomAudioSource();
    private final AudioTrack track = factory.createAudioTrack("carrier", source);
    private final byte[] bytes = new byte[2 * Frame.SAMPLES];

    private Bench() {}

    /// The first leg need not wait for the library to be loaded.
    static void keepOneFree() {
        LOCK.lock();
        try {
            if (FREE.isEmpty()) {
                FREE.add(new Bench());
            }
        } finally {
            LOCK.unlock();
        }
    }

    static Bench take() {
        LOCK.lock();
        try {
            var free = FREE.poll();
            return free == null ? new Bench() : free;
        } finally {
            LOCK.unlock();
        }
    }

    /// For the next leg; the connection of this one is closed.
    void giveBack() {
        LOCK.lock();
        try {
            FREE.add(this);
        } finally {
            LOCK.unlock();
        }
    }

    RTCPeerConnection connection(PeerConnectionObserver observer) {
        var how = new RTCConfiguration();
        how.portAllocatorConfig = new PortAllocatorConfig()
                .setDisableTcp(true)
                .setDisableStun(true)
                .setDisableRelay(true);
        return factory.createPeerConnection(how, observer);
    }

    RTCRtpSender speaks(RTCPeerConnection connection) {
        return connection.addTrack(track, List.of("carrier"));
    }

    /// From now on sound may be pushed.
    void stopRecording() {
        module.stopRecording();
    }

    void push(short[] frame) {
        for (var i = 0; i < frame.length; i++) {
            bytes[2 * i] = (byte) frame[i];
            bytes[2 * i + 1] = (byte) (frame[i] >> 8);
        }
        source.pushAudio(bytes, 16, Frame.RATE, 1, Frame.SAMPLES);
    }
}
