package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Sids;
import io.trunkline.simulator.webhook.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One leg. Its status is changed by [Calls] alone.
public final class Call {
    private final ReentrantLock lock = new ReentrantLock();
    private final String sid = Sids.next("CA");
    private final String from;
    private final String to;
    private final Direction direction;
    private final @Nullable Call parent;
    private final FarEnd far;
    private final Subscription subscription;
    private final Form extra;
    private final Instant created;
    private final Mailbox mailbox = new Mailbox();
    private final AtomicInteger sequence = new AtomicInteger();
    private final List<Wait> waits = new CopyOnWriteArrayList<>();
    private final Keypad keypad = new Keypad();

    private volatile CallStatus status;
    private volatile @Nullable Instant answered;
    private volatile @Nullable Instant ended;
    private volatile Duration queued = Duration.ZERO;
    private volatile Place place = Place.NOWHERE;
    private volatile @Nullable Call peer;
    private volatile boolean scripted;

    Call(Leg leg, CallStatus first, Instant now) {
        this.from = leg.from();
        this.to = leg.to();
        this.direction = leg.direction();
        this.parent = leg.parent();
        this.far = leg.far();
        this.subscription = leg.subscription();
        this.extra = leg.extra().copy();
        this.status = first;
        this.created = now;
    }

    boolean advance(CallStatus next, Instant now) {
        lock.lock();
        try {
            if (!next.follows(status)) {
                return false;
            }
            status = next;
            if (next == CallStatus.IN_PROGRESS) {
                answered = now;
            }
            if (next.ended()) {
                ended = now;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    void mail(Event event) {
        mailbox.put(event);
    }

    Mailbox mailbox() {
        return mailbox;
    }

    Keypad keypad() {
        return keypad;
    }

    void place(Place next) {
        place = next;
    }

    void queuedFor(Duration time) {
        queued = time;
    }

    void peer(@Nullable Call other) {
        peer = other;
    }

    Optional<Call> peer() {
        return Optional.ofNullable(peer);
    }

    void waited(Wait wait) {
        waits.add(wait);
    }

    public List<Wait> waits() {
        return List.copyOf(waits);
    }

    void scripted(boolean running) {
        scripted = running;
    }

    boolean scripted() {
        return scripted;
    }

    Subscription subscription() {
        return subscription;
    }

    Form extra() {
        return extra;
    }

    /// The custom parameters of a dialled device, encoded.
    public String parameters() {
        return extra.encode();
    }

    int nextSequence() {
        return sequence.getAndIncrement();
    }

    public String sid() {
        return sid;
    }

    public String from() {
        return from;
    }

    public String to() {
        return to;
    }

    public Direction direction() {
        return direction;
    }

    public Optional<Call> parent() {
        return Optional.ofNullable(parent);
    }

    public FarEnd far() {
        return far;
    }

    public CallStatus status() {
        return status;
    }

    public Instant created() {
        return created;
    }

    public Optional<Instant> answered() {
        return Optional.ofNullable(answered);
    }

    public Optional<Instant> ended() {
        return Optional.ofNullable(ended);
    }

    public Duration queued() {
        return queued;
    }

    public Place place() {
        return place;
    }

    /// Seconds from answer to end, 0 for a call that was never answered.
    public long seconds() {
        var from = answered;
        var until = ended;
        return from == null || until == null
                ? 0
                : Math.max(0, Math.round(Duration.between(from, until).toMillis() / 1000.0));
    }
}
