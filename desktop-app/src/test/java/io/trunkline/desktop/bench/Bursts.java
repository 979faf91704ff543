package io.trunkline.desktop.bench;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Finds when bursts of tone begin in the frames that arrive, against the half seconds of the clock at which they were
/// said.
///
/// Both ends run on one machine and read one clock; a delay of half a second or more would be read as a small one.
final class Bursts {
    private static final int PERIOD = 500;
    private static final int LENGTH = 40;
    private static final int LOUD = 1_600;
    private static final double QUIET = 100;

    private final List<Double> delays = new CopyOnWriteArrayList<>();
    private double quiet;

    /// Whether a burst is said at that millisecond of the clock.
    static boolean isSaid(long at) {
        return at % PERIOD < LENGTH;
    }

    /// Samples of 16 bit that are at the ear now.
    void take(byte[] data, int rate, int channels, int frames) {
        take((double) System.currentTimeMillis(), data, 0, rate, channels, frames);
    }

    /// Samples of 16 bit, the last of which was at the ear then.
    ///
    /// @param from how many samples of `data` come before them
    void take(double arrived, byte[] data, int from, int rate, int channels, int frames) {
        var first = 0;
        while (first < frames && Math.abs(sample(data, from + first * channels)) < LOUD) {
            first++;
        }
        if (first == frames) {
            quiet += frames * 1000.0 / rate;
            return;
        }
        if (quiet > QUIET) {
            var onset = arrived - (frames - first) * 1000.0 / rate;
            delays.add((onset % PERIOD + PERIOD) % PERIOD);
        }
        quiet = 0;
    }

    private static short sample(byte[] data, int at) {
        return (short) ((data[2 * at] & 0xFF) | (data[2 * at + 1] << 8));
    }

    List<Double> delays() {
        return delays;
    }
}
