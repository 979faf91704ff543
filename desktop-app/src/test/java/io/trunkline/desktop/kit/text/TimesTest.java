package io.trunkline.desktop.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant NOW = Instant.parse("2026-11-03T13:30:00Z");

    @BeforeEach
    @AfterEach
    void english() {
        Text.speak(Locale.ENGLISH);
    }

    @Test
    void relativeUnderAnHourThenClockThenDate() {
        assertThat(shortly("2026-11-03T13:29:40Z")).isEqualTo("now");
        assertThat(shortly("2026-11-03T13:18:00Z")).isEqualTo("12 min ago");
        assertThat(shortly("2026-11-03T08:02:00Z")).isEqualTo("09:02");
        assertThat(shortly("2026-11-02T22:59:00Z")).isEqualTo("2 Nov");
        assertThat(shortly("2025-11-03T08:02:00Z")).isEqualTo("3 Nov 2025");
    }

    @Test
    void theDayIsTheDayOfTheZone() {
        var then = Instant.parse("2026-11-02T23:30:00Z");
        var now = Instant.parse("2026-11-03T01:00:00Z");
        assertThat(Times.shortly(then, now, MADRID)).isEqualTo("00:30");
    }

    @Test
    void timersNeverGoBelowZero() {
        assertThat(Times.timer(Duration.ofSeconds(192))).isEqualTo("03:12");
        assertThat(Times.timer(Duration.ofSeconds(3792))).isEqualTo("1:03:12");
        assertThat(Times.timer(Duration.ofSeconds(-4))).isEqualTo("00:00");
    }

    @Test
    void durationsInWords() {
        assertThat(Times.inWords(Duration.ofSeconds(40))).isEqualTo("40 s");
        assertThat(Times.inWords(Duration.ofMinutes(12))).isEqualTo("12 min");
        assertThat(Times.inWords(Duration.ofMinutes(125))).isEqualTo("2 h 05 min");
    }

    private static String shortly(String then) {
        return Times.shortly(Instant.parse(then), NOW, MADRID);
    }
}
