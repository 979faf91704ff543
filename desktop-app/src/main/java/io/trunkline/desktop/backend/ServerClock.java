package io.trunkline.desktop.backend;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// The backend's time by this computer's clock and what answers tell of the difference between the two.
///
/// An answer bears the backend's time of some moment between question and answer, so it only bounds the difference; the
/// bounds of many answers together narrow it to some milliseconds. When they contradict each other a clock was set: the
/// newest wins.
public final class ServerClock extends Clock {
    private record Bounds(Duration least, Duration most) {
        Bounds narrowed(Bounds other) {
            var low = least.compareTo(other.least) > 0 ? least : other.least;
            var high = most.compareTo(other.most) < 0 ? most : other.most;
            return low.compareTo(high) <= 0 ? new Bounds(low, high) : other;
        }

        Duration middle() {
            return least.plus(most.minus(least).dividedBy(2));
        }
    }

    private final Clock here;
    private final AtomicReference<Bounds> bounds;

    public ServerClock(Clock here) {
        this(here, new AtomicReference<>(new Bounds(Duration.ofDays(-36500), Duration.ofDays(36500))));
    }

    private ServerClock(Clock here, AtomicReference<Bounds> bounds) {
        this.here = here;
        this.bounds = bounds;
    }

    /// An answer of the backend's time `then`, asked for at `sent` and come at `received` by this computer's clock.
    public void observe(Instant sent, Instant received, Instant then) {
        var seen = new Bounds(Duration.between(received, then), Duration.between(sent, then));
        bounds.updateAndGet(known -> known.narrowed(seen));
    }

    /// How far the backend's clock is ahead of this one; zero until the first answer.
    public Duration offset() {
        return requireNonNull(bounds.get()).middle();
    }

    @Override
    public Instant instant() {
        return here.instant().plus(offset());
    }

    @Override
    public ZoneId getZone() {
        return here.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ServerClock(here.withZone(zone), bounds);
    }
}
