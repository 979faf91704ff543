package io.trunkline.desktop;

/// How much of a tone is in a sound, by Goertzel's algorithm: one bin of a Fourier transform.
final class Tones {
    private Tones() {}

    /// The amplitude of a sine of `hertz` in samples of 16 bit: 8,000 of one that was said at 8,000.
    static double amplitude(short[] samples, int rate, double hertz) {
        var turn = 2 * Math.cos(2 * Math.PI * hertz / rate);
        double before = 0;
        double last = 0;
        for (var sample : samples) {
            var now = sample + turn * last - before;
            before = last;
            last = now;
        }
        var power = last * last + before * before - turn * last * before;
        return samples.length == 0 ? 0 : 2 * Math.sqrt(Math.max(0, power)) / samples.length;
    }
}
