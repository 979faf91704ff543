package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PausesTest {
    private final Pauses pauses = new Pauses();

    @Test
    void theyDoubleUpToHalfAMinute() {
        assertThat(Stream.generate(pauses::next).limit(7).map(each -> each.toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void theyBeginAnewOnceItWorked() {
        pauses.next();
        pauses.next();
        pauses.reset();
        assertThat(pauses.next().toSeconds()).isEqualTo(1);
    }
}
