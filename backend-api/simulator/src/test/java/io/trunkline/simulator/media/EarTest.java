package io.trunkline.simulator.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EarTest {
    private Instant now = Instant.parse("2026-11-02T09:00:00Z");
    private final Ear ear = new Ear(() -> now);

    @Test
    void whatWasHeardEndsWhenTheLastOfItCameAndNotWhenSomebodyAsks() {
        for (var i = 0; i < 3; i++) {
            now = now.plusMillis(Frame.MILLIS);
            ear.hear(new short[Frame.SAMPLES]);
        }
        now = now.plusMillis(7);

        assertThat(ear.<Instant>latest(1, (_, until) -> until)).isEqualTo(Instant.parse("2026-11-02T09:00:00.030Z"));
        assertThat(ear.<byte[]>latest(1, (wav, _) -> wav)).hasSize(WavHeader.BYTES + 2 * 3 * 160);
    }
}
