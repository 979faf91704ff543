package io.trunkline.backend.telephony.twilio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Music for those who wait, made of plain tones, so that there is always some and nobody owns it: half a minute,
/// 8 kHz, 16 bit, one channel.
final class Music {
    private static final int RATE = 8_000;
    private static final double BAR = 3.75;
    /// Semitones from A3: the chords of each bar.
    private static final int[][] CHORDS = {
        {0, 3, 7, 12}, {-4, 0, 3, 8}, {-9, -5, 0, 3}, {-2, 2, 5, 10},
        {0, 3, 7, 15}, {-4, 0, 3, 12}, {-7, -4, 0, 5}, {-5, -1, 2, 7},
    };

    private Music() {}

    static byte[] wav() {
        var samples = (int) (RATE * BAR * CHORDS.length);
        var wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + 2 * samples).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(2 * samples);
        for (var at = 0; at < samples; at++) {
            wav.putShort((short) (9_000 * level((double) at / RATE)));
        }
        return wav.array();
    }

    /// Each note of the chord enters after the one before and fades, as plucked strings do.
    private static double level(double second) {
        var bar = (int) (second / BAR);
        var within = second - bar * BAR;
        var chord = CHORDS[bar % CHORDS.length];
        var sum = 0.0;
        for (var note = 0; note < chord.length; note++) {
            var since = within - note * BAR / 8;
            if (since >= 0) {
                var pitch = 220 * Math.pow(2, chord[note] / 12.0);
                var fade = Math.min(1, since * 40) * Math.exp(-since * 1.2);
                var end = Math.min(1, (BAR - within) * 20);
                sum += fade
                        * end
                        * (Math.sin(2 * Math.PI * pitch * since) + 0.3 * Math.sin(4 * Math.PI * pitch * since));
            }
        }
        return Math.clamp(sum / 2.6, -1, 1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
