package io.trunkline.simulator.media;

/// One steady pitch, to be recognised at the other end.
///
/// @param level the highest sample
public record Tone(double hertz, int level, Wave wave) implements Voice {
    private static final int USUAL = 8_000;

    public Tone {
        if (!(hertz > 0 && hertz < Frame.RATE / 2.0)) {
            throw new IllegalArgumentException("a tone has 1 to 23999 Hz");
        }
        if (level < 0 || level > Short.MAX_VALUE) {
            throw new IllegalArgumentException("a tone's level is 0 to 32767");
        }
    }

    public static Tone of(double hertz) {
        return of(hertz, USUAL);
    }

    public static Tone of(double hertz, int level) {
        return new Tone(hertz, level, new Wave());
    }

    @Override
    public void next(short[] frame) {
        for (var i = 0; i < frame.length; i++) {
            frame[i] = Frame.clip(level * wave.next(hertz));
        }
    }
}
