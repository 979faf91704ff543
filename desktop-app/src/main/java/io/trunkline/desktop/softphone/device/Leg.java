package io.trunkline.desktop.softphone.device;

import io.trunkline.model.ReservationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One leg of the agent's, from the wish for it to its end. Changed on the media lane; awaited by whoever wished for
/// it.
final class Leg {
    private final int number;
    private final @Nullable ReservationId reservation;
    private final boolean trial;
    private final Instant begun;
    private final CallMeter meter = new CallMeter();
    private final OwnVoice voice = new OwnVoice();
    private final CountDownLatch decided = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean answered;
    private boolean flowing;
    private volatile boolean joined;
    private volatile @Nullable VoiceFailure failure;

    private Leg(int number, @Nullable ReservationId reservation, boolean trial, Instant begun) {
        this.number = number;
        this.reservation = reservation;
        this.trial = trial;
        this.begun = begun;
    }

    /// Into the call of a reservation.
    static Leg of(int number, ReservationId reservation, Instant begun) {
        return new Leg(number, reservation, false, begun);
    }

    /// To or from a colleague.
    static Leg direct(int number, Instant begun) {
        return new Leg(number, null, false, begun);
    }

    /// To oneself.
    static Leg trial(int number, Instant begun) {
        return new Leg(number, null, true, begun);
    }

    int number() {
        return number;
    }

    /// What it was wished for; null where no contact is.
    @Nullable
    ReservationId reservation() {
        return reservation;
    }

    /// A call to oneself, of which nothing is told but levels.
    boolean isTrial() {
        return trial;
    }

    Instant begun() {
        return begun;
    }

    CallMeter meter() {
        return meter;
    }

    OwnVoice voice() {
        return voice;
    }

    /// The carrier has answered; true where that was all that lacked.
    boolean answered() {
        answered = true;
        return decide();
    }

    /// Sound can flow; true where that was all that lacked.
    boolean flowing() {
        flowing = true;
        return decide();
    }

    private boolean decide() {
        if (joined || !answered || !flowing) {
            return false;
        }
        joined = true;
        decided.countDown();
        return true;
    }

    boolean isJoined() {
        return joined;
    }

    void failed(VoiceFailure why) {
        failure = why;
        decided.countDown();
    }

    /// Another leg was wished for: whoever waits for this one learns that nothing comes of it.
    void replaced() {
        failed(new VoiceFailure(0, "Another call took its place"));
        over();
    }

    void over() {
        over.countDown();
    }

    /// Returns early where it ends early; throws where it broke off or another call took its place.
    void awaitEnd(Duration patience) throws InterruptedException {
        var why = over.await(patience.toMillis(), TimeUnit.MILLISECONDS) ? failure : null;
        if (why != null) {
            throw why;
        }
    }

    /// What came of it within the time; empty where nothing did.
    Optional<Boolean> await(Duration patience) throws InterruptedException {
        if (!decided.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        var why = failure;
        if (why != null && !joined) {
            throw why;
        }
        return Optional.of(true);
    }
}
