package io.trunkline.desktop.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ServerClockTest {
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final Duration AHEAD = Duration.ofMillis(7_340);

    private final ServerClock clock = new ServerClock(Clock.fixed(NINE, ZoneOffset.UTC));

    @Test
    void isThisComputersClockUntilTheFirstAnswer() {
        assertThat(clock.instant()).isEqualTo(NINE);
    }

    @Test
    void oneAnswerTellsTheDifferenceToHalfOfItsWay() {
        answered(NINE, AHEAD);
        assertThat(clock.offset()).isCloseTo(AHEAD, Duration.ofMillis(10));
    }

    @Test
    void aSlowAnswerDoesNotMoveWhatQuickOnesTold() {
        answered(NINE, AHEAD);
        var known = clock.offset();
        clock.observe(
                NINE.plusSeconds(1),
                NINE.plusSeconds(4),
                NINE.plusSeconds(1).plus(AHEAD).plusMillis(100));
        assertThat(clock.offset()).isEqualTo(known);
    }

    @Test
    void aClockThatWasSetIsFollowed() {
        answered(NINE, AHEAD);
        answered(NINE.plusSeconds(5), Duration.ofHours(-1));
        assertThat(clock.offset()).isCloseTo(Duration.ofHours(-1), Duration.ofSeconds(1));
    }

    private void answered(Instant sent, Duration ahead) {
        clock.observe(sent, sent.plusMillis(20), sent.plus(ahead).plusMillis(10));
    }
}
