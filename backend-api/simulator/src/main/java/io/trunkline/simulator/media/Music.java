package io.trunkline.simulator.media;

/// The carrier's own music for those who wait: four chords over and over, each note plucked after the one before.
public final class Music implements Voice {
    private static final int BAR = 3 * Frame.RATE;
    private static final int STEP = BAR / 6;
    /// Semitones from C4.
    private static final int[][] CHORDS = {
        {0, 4, 7, 12, 7, 4}, {-3, 0, 4, 9, 4, 0}, {-7, -3, 0, 5, 0, -3}, {-5, -1, 2, 7, 2, -1}
    };

    private final Wave wave = new Wave();
    private long at;

    @Override
    public void next(short[] frame) {
        for (var i = 0; i < frame.length; i++, at++) {
            var bar = (int) (at / BAR % CHORDS.length);
            var note = (int) (at % BAR / STEP);
            var since = at % STEP / (double) STEP;
            var pitch = 261.63 * Math.pow(2, CHORDS[bar][note] / 12.0);
            var fade = Math.min(1, since * 40) * (1 - since) * (1 - since);
            frame[i] = Frame.clip(9_000 * fade * wave.next(pitch));
        }
    }
}
