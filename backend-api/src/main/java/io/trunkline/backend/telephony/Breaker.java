package io.trunkline.backend.telephony;

import java.time.Duration;
import java.time.Instant;

/// Spares a carrier that does not answer: after some failures in a row nothing is sent for a time, then one at a time
/// is tried until one succeeds.
final class Breaker {
    private static final int FAILURES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private int failures;
    private Instant openUntil = Instant.MIN;

    /// Whether something may be sent now. While the breaker is open, one request per pause may.
    boolean lets(Instant now) {
        if (failures < FAILURES) {
            return true;
        }
        if (now.isBefore(openUntil)) {
            return false;
        }
        openUntil = now.plus(PAUSE);
        return true;
    }

    void succeeded() {
        failures = 0;
    }

    void failed(Instant now) {
        failures++;
        if (failures == FAILURES) {
            openUntil = now.plus(PAUSE);
        }
    }

    boolean open() {
        return failures >= FAILURES;
    }
}
