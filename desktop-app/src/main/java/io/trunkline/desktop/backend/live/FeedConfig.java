package io.trunkline.desktop.backend.live;

import java.time.Duration;

/// How the live feed is followed. `silence` is how long a connection may say nothing: the backend marks every few
/// seconds, so a quiet one is dead.
public record FeedConfig(
        Duration firstWait, Duration longestWait, Duration silence, Duration handshake, int largestMessage) {
    public FeedConfig {
        if (firstWait.isNegative() || longestWait.compareTo(firstWait) < 0 || largestMessage < 1024) {
            throw new IllegalArgumentException("Waits must grow and messages must fit");
        }
    }

    public static FeedConfig defaults() {
        return new FeedConfig(
                Backoff.FIRST, Backoff.LONGEST, Duration.ofSeconds(20), Duration.ofSeconds(5), 16 * 1024 * 1024);
    }
}
