package io.trunkline.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How strong one pitch is in some sound: about its highest sample for a pure tone.
final class Goertzel {
    private static final int HEADER = 44;

    private Goertzel() {}

    static double strength(short[] samples, int rate, double hertz) {
        var step = 2 * Math.cos(2 * Math.PI * hertz / rate);
        var before = 0.0;
        var last = 0.0;
        for (var i = 0; i < samples.length; i++) {
            // Hann's window, so that one tone does not pass for its neighbour
            var window = 1 - Math.cos(2 * Math.PI * i / samples.length);
            var now = window * samples[i] + step * last - before;
            before = last;
            last = now;
        }
        var power = last * last + before * before - step * last * before;
        return samples.length == 0 ? 0 : 2 * Math.sqrt(Math.max(0, power)) / samples.length;
    }

    /// Of one channel of a WAV of 16 bit.
    static double strength(byte[] wav, int channel, double hertz) {
        return strength(samples(wav, channel), rate(wav), hertz);
    }

    static double loudness(short[] samples) {
        var sum = 0.0;
        for (var sample : samples) {
            sum += (double) sample * sample;
        }
        return samples.length == 0 ? 0 : Math.sqrt(sum / samples.length);
    }

    static int rate(byte[] wav) {
        return ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).getInt(24);
    }

    static short[] samples(byte[] wav, int channel) {
        var in = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        var channels = in.getShort(22);
        var samples = new short[(wav.length - HEADER) / (2 * channels)];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = in.getShort(HEADER + 2 * (i * channels + channel));
        }
        return samples;
    }
}
