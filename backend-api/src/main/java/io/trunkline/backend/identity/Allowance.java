package io.trunkline.backend.identity;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How many requests each user may still make: a full bucket per minute, filled evenly, on this node.
///
/// What must not wait (accept, hang-up, hold, mute, token refresh) is not counted; the route says so.
final class Allowance {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 20_000;

    private final ConcurrentHashMap<Object, Bucket> buckets = new ConcurrentHashMap<>();
    private final int perMinute;
    private final TimeMeter meter;

    Allowance(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.meter = new ClockMeter(clock);
    }

    /// Takes one request. Empty when allowed, else how long to wait.
    Optional<Duration> take(Object who) {
        if (buckets.size() > REMEMBERED) {
            buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= perMinute);
        }
        var probe = buckets.computeIfAbsent(who, _ -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .withCustomTimePrecision(meter)
                .build();
    }

    /// Lets the buckets fill by the clock that everything else goes by.
    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
