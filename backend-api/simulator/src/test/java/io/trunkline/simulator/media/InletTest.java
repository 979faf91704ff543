package io.trunkline.simulator.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InletTest {
    private final Inlet inlet = new Inlet();
    private final short[] frame = new short[Frame.SAMPLES];
    private int said;

    private void put() {
        var pcm = new byte[2 * Frame.SAMPLES];
        for (var i = 0; i < Frame.SAMPLES; i++) {
            var sample = (short) (8_000 * Math.sin(2 * Math.PI * 440 * said++ / Frame.RATE));
            pcm[2 * i] = (byte) sample;
            pcm[2 * i + 1] = (byte) (sample >> 8);
        }
        inlet.put(pcm, 1, Frame.SAMPLES);
    }

    private int steepest(short before) {
        inlet.take(frame);
        return IntStream.range(0, frame.length)
                .map(i -> Math.abs(frame[i] - (i == 0 ? before : frame[i - 1])))
                .max()
                .orElse(0);
    }

    @Test
    void nothingComesOutBeforeTwentyMillisecondsAreIn() {
        put();
        inlet.take(frame);
        assertThat(frame).containsOnly((short) 0);
        put();
        inlet.take(frame);
        assertThat(IntStream.range(0, frame.length).map(i -> frame[i]).max().orElse(0))
                .isGreaterThan(7_900);
    }

    @Test
    void aToneGoesOnWithoutAStepThoughTooLittleComes() {
        put();
        put();
        put();
        inlet.take(frame);
        for (var i = 0; i < 400; i++) {
            var before = frame[Frame.SAMPLES - 1];
            if (i % 50 != 0) {
                put();
            }
            assertThat(steepest(before)).isLessThan(700);
        }
    }

    @Test
    void whenNothingComesAnyMoreThereIsSilence() {
        put();
        put();
        for (var i = 0; i < 10; i++) {
            inlet.take(frame);
        }
        assertThat(frame).containsOnly((short) 0);
    }
}
