package io.trunkline.model.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramVersionTest {
    @ParameterizedTest
    @CsvSource({
        "0.1.0, 0.2.0",
        "0.9, 0.10",
        "0.10.0, 1",
        "1.0.0-rc1, 1.0.0",
        "1.0.0-rc1, 1.0.0-rc2",
        "0.1.0-SNAPSHOT, 0.1.0",
        "1.2, 1.2.1"
    })
    void theOneComesBeforeTheOther(String older, String newer) {
        assertThat(version(older).isBefore(version(newer))).isTrue();
        assertThat(version(newer).isBefore(version(older))).isFalse();
    }

    @Test
    void missingNumbersCountAsNothing() {
        assertThat(version("1.2")).isEqualByComparingTo(version("1.2.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "", "1.", "v1.0", "1.0 (linux)", "99999999999", "1.2.3.4.5"})
    void whatIsNoVersionIsNone(String text) {
        assertThat(ProgramVersion.parse(text)).isEmpty();
    }

    @Test
    void readsAsItWasWritten() {
        assertThat(version("1.5.0-rc1")).hasToString("1.5.0-rc1");
    }

    private static ProgramVersion version(String text) {
        return ProgramVersion.parse(text).orElseThrow();
    }
}
