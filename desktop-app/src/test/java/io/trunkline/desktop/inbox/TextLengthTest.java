package io.trunkline.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLengthTest {
    @Test
    void anEmptyTextTravelsInNoSegment() {
        assertThat(TextLength.of("")).isEqualTo(new TextLength(0, 0));
    }

    @Test
    void theCarriersAlphabetFitsOneHundredAndSixty() {
        assertThat(TextLength.of("a".repeat(160))).isEqualTo(new TextLength(160, 1));
        assertThat(TextLength.of("a".repeat(161))).isEqualTo(new TextLength(161, 2));
        assertThat(TextLength.of("a".repeat(306))).isEqualTo(new TextLength(306, 2));
        assertThat(TextLength.of("a".repeat(307))).isEqualTo(new TextLength(307, 3));
    }

    @Test
    void bracesAndTheEuroSignCountTwice() {
        assertThat(TextLength.of("{€}")).isEqualTo(new TextLength(6, 1));
    }

    @Test
    void anyOtherCharacterMakesSegmentsOfSeventy() {
        assertThat(TextLength.of("ç".repeat(70))).isEqualTo(new TextLength(70, 1));
        assertThat(TextLength.of("–" + "a".repeat(70))).isEqualTo(new TextLength(71, 2));
    }
}
