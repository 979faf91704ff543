package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class TonesTest {
    @Test
    void theRingIsHeardAndNeverClips() {
        assertThat(peak(Tones.ring(1))).isBetween(20_000, 32_767);
        assertThat(peak(Tones.chime(0.8))).isBetween(8_000, 32_767);
    }

    @Test
    void nothingIsHeardAtVolumeZero() {
        assertThat(peak(Tones.ring(0))).isZero();
    }

    private static int peak(byte[] sound) {
        var samples = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int peak = 0;
        while (samples.hasRemaining()) {
            peak = Math.max(peak, Math.abs(samples.get()));
        }
        return peak;
    }
}
