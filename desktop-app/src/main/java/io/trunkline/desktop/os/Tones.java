package io.trunkline.desktop.os;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Sounds as 16-bit samples, one channel, soft at their edges so that nothing clicks in a headset.
final class Tones {
    static final int RATE = 48_000;

    private static final double EDGE = 0.02;

    private Tones() {}

    /// Two warm notes, then rest: three seconds, to be repeated.
    static byte[] ring(double volume) {
        var sound = ByteBuffer.allocate(3 * RATE * 2).order(ByteOrder.LITTLE_ENDIAN);
        note(sound, 0.0, 0.35, 523.25, volume);
        note(sound, 0.4, 0.55, 659.25, volume);
        return sound.array();
    }

    /// One short high note.
    static byte[] chime(double volume) {
        var sound = ByteBuffer.allocate(RATE * 2 / 2).order(ByteOrder.LITTLE_ENDIAN);
        note(sound, 0.0, 0.4, 880, volume * 0.7);
        return sound.array();
    }

    private static void note(ByteBuffer sound, double begin, double length, double hertz, double volume) {
        int first = (int) (begin * RATE);
        int count = (int) (length * RATE);
        for (int i = 0; i < count; i++) {
            double at = (double) i / RATE;
            double edge = Math.min(1, Math.min(at, length - at) / EDGE);
            double fade = Math.exp(-3 * at);
            double wave = Math.sin(2 * Math.PI * hertz * at) + 0.3 * Math.sin(4 * Math.PI * hertz * at);
            sound.putShort((first + i) * 2, (short) (wave / 1.3 * edge * fade * volume * Short.MAX_VALUE));
        }
    }
}
