package io.trunkline.simulator.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BurstsTest {
    private Instant now = Instant.parse("2026-11-02T09:00:00Z");
    private final Bursts bursts = new Bursts(1_000, () -> now);

    @Test
    void soundFortyMillisecondsAtEachHalfSecondOfTheClock() {
        var loud = IntStream.range(0, 100).mapToObj(_ -> next()).toList();

        assertThat(IntStream.range(0, 100).filter(loud::get)).containsExactly(0, 1, 2, 3, 50, 51, 52, 53);
    }

    private boolean next() {
        var frame = new short[Frame.SAMPLES];
        bursts.next(frame);
        now = now.plusMillis(Frame.MILLIS);
        return IntStream.range(0, frame.length).anyMatch(i -> Math.abs(frame[i]) > 1_000);
    }
}
