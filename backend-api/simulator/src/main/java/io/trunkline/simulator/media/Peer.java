package io.trunkline.simulator.media;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The carrier's end of the sound of one leg, on a [Bench] of its own.
public final class Peer implements Duplex, PeerConnectionObserver, AutoCloseable {
    /// Does something after a while.
    public interface Later {
        void run(Duration delay, Runnable what);
    }

    /// How long after the connection the module has surely begun to record, and has been told to stop.
    private static final Duration SETTLING = Duration.ofMillis(200);
    /// While a module records it also plays twice as fast, from which the jitter buffer takes fright for a long
    /// time: it is told to stop again and again.
    private static final Duration HUSHING = Duration.ofMillis(5);
    private static final AtomicInteger OPEN = new AtomicInteger();
    private static final Duration GATHERING = Duration.ofSeconds(3);

    private final ReentrantLock negotiating = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore gathered = new Semaphore(0);
    private final Inlet inlet = new Inlet();
    private final AudioTrackSink sink = (pcm, _, _, channels, samples) -> inlet.put(pcm, channels, samples);
    private final Later later;
    private final Bench bench = Bench.take();
    private final RTCPeerConnection connection;
    private final RTCRtpSender sender;
    private volatile @Nullable AudioTrack remote;
    private volatile long settled;
    private volatile boolean closed;
    private volatile boolean pushing;
    private volatile boolean alive;

    public Peer(Later later) {
        this.later = later;
        connection = bench.connection(this);
        sender = bench.speaks(connection);
        OPEN.incrementAndGet();
        hush();
    }

    /// A device may call or be called soon.
    public static void prepare() {
        if (Natives.present()) {
            Bench.keepOneFree();
        }
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
        if (alive && settled == 0) {
            settled = System.nanoTime() + SETTLING.toNanos();
        }
    }

    /// From the first description until a while after the connection.
    private void hush() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            bench.stopRecording();
            pushing = settled != 0 && System.nanoTime() > settled;
        } finally {
            lock.unlock();
        }
        if (!pushing) {
            later.run(HUSHING, this::hush);
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
                bench.push(frame);
            }
        } finally {
            lock.unlock();
        }
    }

    /// How many there are in this program.
    public static int open() {
        return OPEN.get();
    }

    @Override
    public boolean alive() {
        return alive;
    }

    /// The order matters to libwebrtc: nobody listens, nothing is connected, and only then the bench is another's.
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
            free();
            bench.giveBack();
            OPEN.decrementAndGet();
        } finally {
            lock.unlock();
            negotiating.unlock();
        }
    }

    private void free() {
        sender.replaceTrack(null);
        var reference = NativeReference.of(connection);
        connection.close();
        NativeReference.of(sender).letGo();
        reference.letGo();
    }
}
