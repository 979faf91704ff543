package io.trunkline.desktop.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextTest {
    @AfterEach
    void english() {
        Text.speak(Locale.ENGLISH);
    }

    @Test
    void speaksTheLanguageOfTheMoment() {
        Text.speak(Locale.of("es", "MX"));
        assertThat(Text.of("times.ago.minutes", 12)).isEqualTo("hace 12 min");
        Text.speak(Locale.UK);
        assertThat(Text.of("times.ago.minutes", 12)).isEqualTo("12 min ago");
    }

    @Test
    void fallsBackToEnglishForALanguageItDoesNotSpeak() {
        Text.speak(Locale.JAPAN);
        assertThat(Text.of("times.ago.now")).isEqualTo("now");
    }

    @Test
    void writesNumbersAsTheLanguageDoes() {
        Text.speak(Locale.of("es"));
        assertThat(Text.of("times.lasted.minutes", 12_345)).isEqualTo("12.345 min");
    }

    @Test
    void anApostropheIsAnApostrophe() {
        assertThat(new Bundle(Map.of("a.b.c", "can't")).text("a.b.c")).isEqualTo("can't");
    }
}
