package io.trunkline.backend.telephony;

import java.time.Duration;
import java.time.Instant;

/// Spaces out what an account may do only so often, such as placing calls.
final class Pace {
    private final Duration apart;
    private Instant next = Instant.MIN;

    Pace(double perSecond) {
        this.apart = Duration.ofNanos((long) (1e9 / perSecond));
    }

    /// Takes the next turn and says how long it is until then.
    Duration turn(Instant now) {
        var mine = next.isAfter(now) ? next : now;
        next = mine.plus(apart);
        return Duration.between(now, mine);
    }
}
