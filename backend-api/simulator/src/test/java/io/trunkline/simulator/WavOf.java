package io.trunkline.simulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// WAVs made by the JDK, to be understood by the simulator.
final class WavOf {
    private WavOf() {}

    static byte[] tone(double hertz, int rate, int seconds) {
        var pcm = ByteBuffer.allocate(2 * rate * seconds);
        for (var i = 0; i < rate * seconds; i++) {
            pcm.putShort(Short.reverseBytes((short) (8_000 * Math.sin(2 * Math.PI * hertz * i / rate))));
        }
        var out = new ByteArrayOutputStream();
        try {
            var in = new ByteArrayInputStream(pcm.array());
            var format = new AudioFormat(rate, 16, 1, true, false);
            AudioSystem.write(new AudioInputStream(in, format, (long) rate * seconds), AudioFileFormat.Type.WAVE, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
