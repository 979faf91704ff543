package io.trunkline.backend.routing;

/// Turns arrival and priority into one number that never changes while an interaction waits.
///
/// The score of an interaction is `base(priority) + rate * seconds waited`. All scores grow alike, so their order is
/// that of `enqueuedAt - base / rate`; multiplied by the rate it stays a whole number, and the moment at which an older
/// interaction of lower priority overtakes is exact to the microsecond.
///
/// @param rate points gained per second waited, 1 to 1000
/// @param pointsPerPriority points given at the start for each step of priority, 0 to 1000000
record Ageing(int rate, int pointsPerPriority) {
    private static final long MICROS = 1_000_000;

    Ageing {
        if (rate < 1 || rate > 1_000 || pointsPerPriority < 0 || pointsPerPriority > 1_000_000) {
            throw new IllegalArgumentException("rate 1..1000, pointsPerPriority 0..1000000");
        }
    }

    /// The lower, the sooner served.
    long key(long enqueuedAt, int priority) {
        return enqueuedAt * rate - priority * (long) pointsPerPriority * MICROS;
    }
}
