package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OwnVoiceTest {
    private static final double LOUD = 0.2;
    private static final double NOISE = 0.001;
    private final OwnVoice voice = new OwnVoice();
    private Instant now = Samples.NINE;

    @Test
    void whatComesBackAfterTheRecordIsTheOwnVoice() {
        pass(seconds(2), 0, LOUD);
        pass(seconds(7), LOUD, 0);
        assertThat(voice.isBack()).isFalse();
        pass(seconds(5), 0, LOUD);
        assertThat(voice.isBack()).isTrue();
    }

    @Test
    void oneWordIsEnoughWhereverInTheRecordItIs() {
        pass(seconds(2), 0, LOUD);
        pass(millis(400), LOUD, 0);
        pass(millis(6_600), NOISE, NOISE);
        pass(millis(400), NOISE, LOUD);
        pass(millis(4_600), NOISE, NOISE);
        assertThat(voice.isBack()).isTrue();
    }

    @Test
    void theCarriersWordsAreNotTheOwnVoice() {
        pass(seconds(2), LOUD, LOUD);
        pass(millis(900), LOUD, NOISE);
        pass(seconds(2), LOUD, LOUD);
        pass(seconds(12), LOUD, NOISE);
        assertThat(voice.isBack()).isFalse();
    }

    @Test
    void wordsOfACarrierThatBeginsLateAreNotTheOwnVoice() {
        pass(seconds(6), LOUD, NOISE);
        pass(seconds(2), LOUD, LOUD);
        pass(seconds(12), LOUD, NOISE);
        assertThat(voice.isBack()).isFalse();
    }

    @Test
    void aSilentMicrophoneIsNotHeardWhateverTheCarrierSaysAfterwards() {
        pass(seconds(2), NOISE, LOUD);
        pass(seconds(7), NOISE, 0);
        pass(seconds(5), NOISE, LOUD);
        assertThat(voice.isBack()).isFalse();
    }

    @Test
    void whoSpeaksOnlyDuringTheCarriersWordsIsNotRecorded() {
        pass(seconds(2), LOUD, LOUD);
        pass(seconds(7), NOISE, 0);
        pass(seconds(3), NOISE, LOUD);
        assertThat(voice.isBack()).isFalse();
    }

    @Test
    void levelsThatWereNotToldForAWhileAreNoSilence() {
        pass(seconds(1), LOUD, LOUD);
        pass(millis(200), LOUD, 0);
        now = now.plus(seconds(6));
        pass(seconds(1), LOUD, LOUD);
        assertThat(voice.isBack()).isFalse();
    }

    /// As the engine tells it, five times a second.
    private void pass(Duration time, double spoken, double heard) {
        for (var until = now.plus(time); now.isBefore(until); now = now.plus(millis(200))) {
            voice.add(now, spoken, heard);
        }
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    private static Duration millis(long count) {
        return Duration.ofMillis(count);
    }
}
