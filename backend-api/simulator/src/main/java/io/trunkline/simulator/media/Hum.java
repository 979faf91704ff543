package io.trunkline.simulator.media;

import java.util.List;
import java.util.Random;

/// Somebody who speaks without words: vowels in syllables, words and phrases with pauses between, at a pitch of their
/// own. The same person says the same each time.
public final class Hum implements Voice {
    private static final int LEVEL = 7_000;
    private static final double BRIGHTEST = 3_000;
    private static final int ATTACK = Frame.RATE / 40;
    private static final int RELEASE = Frame.RATE / 20;

    private static final List<Vowel> VOWELS = List.of(Vowel.values());

    private final Random lot;
    private final double pitch;
    private final Wave voice = new Wave();
    private Syllable now;
    private int wordsLeft;
    private int syllablesLeft;
    private int at;

    public Hum(String who) {
        this(who, 95 + Math.floorMod(who.hashCode() * 31, 140));
    }

    /// The voice that reads a text out.
    public static Hum prompt(String text) {
        return new Hum(text, 205);
    }

    private Hum(String who, double pitch) {
        this.lot = new Random(who.hashCode());
        this.pitch = pitch;
        this.now = next();
    }

    @Override
    public void next(short[] frame) {
        for (var i = 0; i < frame.length; i++) {
            if (at >= now.length()) {
                now = next();
                at = 0;
            }
            frame[i] = sample();
            at++;
        }
    }

    private short sample() {
        if (at >= now.sounding()) {
            return 0;
        }
        var done = at / (double) now.sounding();
        voice.next(now.pitch() * (1.04 - 0.1 * done));
        var turn = voice.turn();
        var sum = 0.0;
        for (var h = 0; h < now.overtones().length; h++) {
            sum += now.overtones()[h] * Wave.sine(turn * (h + 1));
        }
        var envelope = Math.min(1.0, Math.min(at / (double) ATTACK, (now.sounding() - at) / (double) RELEASE));
        return Frame.clip(LEVEL * envelope * sum);
    }

    /// Phrases of words, words of syllables; the pitch falls a little towards the end of a phrase.
    private Syllable next() {
        if (wordsLeft == 0) {
            wordsLeft = 3 + lot.nextInt(5);
        }
        if (syllablesLeft == 0) {
            syllablesLeft = 1 + lot.nextInt(3);
        }
        syllablesLeft--;
        if (syllablesLeft == 0) {
            wordsLeft--;
        }
        var pause = syllablesLeft > 0 ? 20 : wordsLeft > 0 ? 90 + lot.nextInt(60) : 450 + lot.nextInt(450);
        var high = pitch * (0.94 + 0.03 * wordsLeft + 0.1 * lot.nextDouble());
        var vowel = VOWELS.get(lot.nextInt(VOWELS.size()));
        return new Syllable(millis(110 + lot.nextInt(130)), millis(pause), high, vowel.overtones(high, BRIGHTEST));
    }

    private static int millis(int millis) {
        return Frame.RATE / 1000 * millis;
    }

    /// @param overtones the strength of each multiple of the pitch
    @SuppressWarnings("ArrayRecordComponent")
    private record Syllable(int sounding, int pause, double pitch, double[] overtones) {
        int length() {
            return sounding + pause;
        }
    }
}
