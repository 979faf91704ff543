package io.trunkline.backend.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The router counts in microseconds, as PostgreSQL keeps them.
final class Times {
    private Times() {}

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
