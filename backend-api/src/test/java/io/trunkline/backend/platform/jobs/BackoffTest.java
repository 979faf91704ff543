package io.trunkline.backend.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    @Test
    void everyWaitIsInTheUpperHalfOfItsDoubling() {
        var random = new SplittableRandom(7);
        for (var attempt = 1; attempt <= 6; attempt++) {
            var whole = Duration.ofSeconds(1L << (attempt - 1));
            assertThat(backoff.after(attempt, random)).isBetween(whole.dividedBy(2), whole);
        }
    }

    @Test
    void noWaitIsLongerThanTheLongest() {
        assertThat(backoff.after(1_000_000, new SplittableRandom(7)))
                .isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
    }

    @Test
    void whatFailedTogetherComesBackApart() {
        var random = new SplittableRandom(7);

        assertThat(backoff.after(5, random)).isNotEqualTo(backoff.after(5, random));
    }
}
