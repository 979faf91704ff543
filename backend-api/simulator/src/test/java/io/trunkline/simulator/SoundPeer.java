package io.trunkline.simulator;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
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
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A device's side of the sound, as a browser has it: says a tone, and measures what it hears.
final class SoundPeer implements PeerConnectionObserver, AutoCloseable {
    private static final int RATE = 48_000;

    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final Kit kit = Optional.ofNullable(Kit.FREE.poll()).orElseGet(Kit::new);
    private final CustomAudioSource source = new CustomAudioSource();
    private final ScheduledFuture<?> hushing =
            ticks.scheduleAtFixedRate(kit.module::stopRecording, 0, 5, TimeUnit.MILLISECONDS);
    private final RTCPeerConnection connection;
    private final AudioTrackSink sink = this::hear;
    private final short[] heard = new short[RATE / 4];
    private final double hertz;
    private final AtomicLong said = new AtomicLong();
    private int at;
    private volatile boolean muted;
    private volatile AudioTrack remote;
    private volatile long firstHeard;
    private boolean begun;

    SoundPeer(double hertz) {
        this.hertz = hertz;
        connection = kit.factory.createPeerConnection(new RTCConfiguration(), this);
        connection.addTrack(kit.factory.createAudioTrack("microphone", source), List.of("device"));
    }

    String offer() {
        return offer(false);
    }

    String offer(boolean restart) {
        var options = new RTCOfferOptions();
        options.iceRestart = restart;
        var made = new Made();
        connection.createOffer(options, made);
        return local(made.get());
    }

    void accept(String answer) {
        remote(RTCSdpType.ANSWER, answer);
    }

    String answer(String offer) {
        remote(RTCSdpType.OFFER, offer);
        var made = new Made();
        connection.createAnswer(new RTCAnswerOptions(), made);
        return local(made.get());
    }

    private void remote(RTCSdpType type, String sdp) {
        var done = new Made();
        connection.setRemoteDescription(new RTCSessionDescription(type, sdp), done);
        done.get();
    }

    private String local(RTCSessionDescription description) {
        var done = new Made();
        connection.setLocalDescription(description, done);
        done.get();
        Rig.until(
                "candidates",
                () -> connection.getIceGatheringState() == RTCIceGatheringState.COMPLETE
                        && connection.getLocalDescription().sdp.contains("a=candidate"));
        return connection.getLocalDescription().sdp;
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {}

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        if (state == RTCPeerConnectionState.CONNECTED && !begun) {
            begun = true;
            var _ = ticks.schedule(this::begin, 200, TimeUnit.MILLISECONDS);
        }
    }

    private void begin() {
        hushing.cancel(false);
        kit.module.stopRecording();
        var _ = ticks.scheduleAtFixedRate(this::say, 0, 10, TimeUnit.MILLISECONDS);
    }

    private void say() {
        var pcm = new byte[960];
        for (var i = 0; i < 480; i++) {
            var sample = muted ? 0 : (short) (8_000 * Math.sin(2 * Math.PI * hertz * (said.get() + i) / RATE));
            pcm[2 * i] = (byte) sample;
            pcm[2 * i + 1] = (byte) (sample >> 8);
        }
        said.addAndGet(480);
        source.pushAudio(pcm, 16, RATE, 1, 480);
    }

    void mute(boolean on) {
        muted = on;
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        remote = (AudioTrack) transceiver.getReceiver().getTrack();
        remote.addSink(sink);
    }

    private void hear(byte[] pcm, int bits, int rate, int channels, int samples) {
        synchronized (heard) {
            for (var i = 0; i < samples; i++) {
                var b = 2 * i * channels;
                heard[at] = (short) ((pcm[b] & 0xff) | (pcm[b + 1] << 8));
                if (firstHeard == 0 && Math.abs(heard[at]) > 1_000) {
                    firstHeard = System.nanoTime();
                }
                at = (at + 1) % heard.length;
            }
        }
    }

    /// Waits for the next loud sample and tells when it came.
    long whenLoud(Runnable cause) {
        firstHeard = 0;
        cause.run();
        Rig.until("a sound", () -> firstHeard != 0);
        return firstHeard;
    }

    String description() {
        return connection.getLocalDescription().sdp;
    }

    double loudness() {
        synchronized (heard) {
            return Goertzel.loudness(heard);
        }
    }

    double hears(double pitch) {
        synchronized (heard) {
            return Goertzel.strength(heard, RATE, pitch);
        }
    }

    boolean talks() {
        return said.get() > 0;
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        try {
            ticks.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (remote != null) {
            remote.removeSink(sink);
        }
        connection.close();
        source.dispose();
        Kit.FREE.add(kit);
    }

    /// Used by one peer after the other, as closed connections hold it.
    private static final class Kit {
        static final Queue<Kit> FREE = new ConcurrentLinkedQueue<>();

        final HeadlessAudioDeviceModule module = new HeadlessAudioDeviceModule();
        final PeerConnectionFactory factory = new PeerConnectionFactory(module);
    }

    private static final class Made implements CreateSessionDescriptionObserver, SetSessionDescriptionObserver {
        private final ArrayBlockingQueue<Object> result = new ArrayBlockingQueue<>(1);

        @Override
        public void onSuccess(RTCSessionDescription description) {
            result.add(description);
        }

        @Override
        public void onSuccess() {
            result.add(new RTCSessionDescription(RTCSdpType.ANSWER, ""));
        }

        @Override
        public void onFailure(String error) {
            result.add(error);
        }

        RTCSessionDescription get() {
            try {
                if (result.poll(5, TimeUnit.SECONDS) instanceof RTCSessionDescription description) {
                    return description;
                }
                throw new AssertionError("libwebrtc failed");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
