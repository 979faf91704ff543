package io.trunkline.desktop;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A WAV file of 16 bit samples, as the simulator and the backend give them.
final class Wav {
    private static final int FIRST_CHUNK = 12;

    private final int rate;
    private final int channels;
    private final short[] samples;

    private Wav(int rate, int channels, short[] samples) {
        this.rate = rate;
        this.channels = channels;
        this.samples = samples;
    }

    int channels() {
        return channels;
    }

    static Wav read(byte[] file) {
        var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(FIRST_CHUNK);
        var channels = 1;
        var rate = 0;
        while (in.remaining() >= 8) { // whoever has just come has heard nothing, not a sample
            var name = new byte[4];
            in.get(name);
            var length = in.getInt();
            var begin = in.position();
            switch (new String(name, StandardCharsets.US_ASCII)) {
                case "fmt " -> {
                    channels = in.getShort(begin + 2);
                    rate = in.getInt(begin + 4);
                }
                case "data" -> {
                    var samples = new short[Math.min(length, in.remaining()) / 2];
                    in.asShortBuffer().get(samples);
                    return new Wav(rate, channels, samples);
                }
                default -> {}
            }
            in.position(begin + length);
        }
        throw new IllegalArgumentException("This is no WAV file with samples");
    }

    /// The amplitude of a tone on one channel, over the whole file.
    double tone(int channel, double hertz) {
        return Tones.amplitude(channel(channel), rate, hertz);
    }

    private short[] channel(int number) {
        var one = new short[samples.length / channels];
        for (var i = 0; i < one.length; i++) {
            one[i] = samples[i * channels + number];
        }
        return one;
    }

    /// The loudest sample of all channels.
    int peak() {
        var peak = 0;
        for (var sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
