package io.trunkline.desktop.softphone.device;

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
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The far side of one call: sings 1000 Hz, unless told not to, and listens.
final class FarSide implements PeerConnectionObserver, AutoCloseable {
    static final double SUNG = 1000;

    /// One engine for all far sides of this program.
    private static final HeadlessAudioDeviceModule MODULE = new HeadlessAudioDeviceModule();

    private static final PeerConnectionFactory FACTORY = new PeerConnectionFactory(MODULE);
    private static final ScheduledExecutorService LATER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("far-side").factory());

    final Hearing hearing = new Hearing();
    final CountDownLatch connected = new CountDownLatch(1);
    private final CountDownLatch gathered = new CountDownLatch(1);
    private final Tone tone = new Tone(SUNG, _ -> this.sings);
    private final AudioTrack track;
    private final RTCRtpSender sender;
    private final RTCPeerConnection connection;
    private volatile @Nullable AudioTrack heard;
    private volatile boolean sings = true;
    private boolean closed;

    FarSide() {
        connection = FACTORY.createPeerConnection(new RTCConfiguration(), this);
        track = FACTORY.createAudioTrack("far", tone.source());
        sender = connection.addTrack(track, List.of("far"));
    }

    /// Takes an offer and answers it, candidates inside.
    String answer(String offer) throws InterruptedException {
        set(new RTCSessionDescription(RTCSdpType.OFFER, offer), false);
        set(made(observer -> connection.createAnswer(new RTCAnswerOptions(), observer)), true);
        return local();
    }

    String offer() throws InterruptedException {
        set(made(observer -> connection.createOffer(new RTCOfferOptions(), observer)), true);
        return local();
    }

    void accept(String answer) throws InterruptedException {
        set(new RTCSessionDescription(RTCSdpType.ANSWER, answer), false);
    }

    void sings(boolean on) {
        sings = on;
    }

    /// The near side's name of its way through the network; a new one with each restart of ICE.
    String fragment() {
        return Objects.requireNonNull(connection.getRemoteDescription())
                .sdp
                .lines()
                .filter(line -> line.startsWith("a=ice-ufrag"))
                .findFirst()
                .orElse("");
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {}

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        if (state == RTCIceGatheringState.COMPLETE) {
            gathered.countDown();
        }
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        if (state == RTCPeerConnectionState.CONNECTED) {
            connected.countDown();
            var _ = LATER.schedule(this::sing, ToneSound.SETTLED.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        var track = (AudioTrack) transceiver.getReceiver().getTrack();
        track.addSink(hearing);
        heard = track;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            tone.pause();
            sender.replaceTrack(null);
            var far = heard;
            if (far != null) {
                far.removeSink(hearing);
            }
            var reference = NativeReference.of(connection);
            connection.close();
            NativeReference.of(sender).letGo();
            reference.letGo();
            track.dispose();
            tone.close();
        }
    }

    private synchronized void sing() {
        if (!closed) {
            MODULE.stopRecording();
            tone.begin();
        }
    }

    private String local() throws InterruptedException {
        if (!gathered.await(5, TimeUnit.SECONDS)) {
            throw new AssertionError("The far side found no way through the network");
        }
        return connection.getLocalDescription().sdp;
    }

    private static RTCSessionDescription made(Consumer<CreateSessionDescriptionObserver> making)
            throws InterruptedException {
        var outcome = new ArrayBlockingQueue<Object>(1);
        making.accept(new CreateSessionDescriptionObserver() {
            @Override
            public void onSuccess(RTCSessionDescription description) {
                outcome.add(description);
            }

            @Override
            public void onFailure(String why) {
                outcome.add(why);
            }
        });
        if (outcome.poll(5, TimeUnit.SECONDS) instanceof RTCSessionDescription description) {
            return description;
        }
        throw new AssertionError("The far side could describe nothing");
    }

    private void set(RTCSessionDescription description, boolean local) throws InterruptedException {
        var outcome = new ArrayBlockingQueue<String>(1);
        var observer = new SetSessionDescriptionObserver() {
            @Override
            public void onSuccess() {
                outcome.add("");
            }

            @Override
            public void onFailure(String why) {
                outcome.add(why);
            }
        };
        if (local) {
            connection.setLocalDescription(description, observer);
        } else {
            connection.setRemoteDescription(description, observer);
        }
        var why = outcome.poll(5, TimeUnit.SECONDS);
        if (!"".equals(why)) {
            throw new AssertionError("The far side did not take a description: " + why);
        }
    }
}
