package io.trunkline.simulator.media;

/// The two resonances by which an ear tells vowels apart.
enum Vowel {
    A(800, 1_200),
    E(480, 1_900),
    I(300, 2_300),
    O(480, 900),
    U(320, 800);

    private static final double WIDTH = 160;

    private final double first;
    private final double second;

    Vowel(double first, double second) {
        this.first = first;
        this.second = second;
    }

    /// How strong each multiple of a pitch is, 1 in sum.
    double[] overtones(double pitch, double brightest) {
        var strengths = new double[(int) Math.clamp(brightest / pitch, 1, 16)];
        var sum = 0.0;
        for (var h = 0; h < strengths.length; h++) {
            var hertz = pitch * (h + 1);
            strengths[h] = 0.1 / (h + 1) + near(hertz, first) + 0.5 * near(hertz, second);
            sum += strengths[h];
        }
        for (var h = 0; h < strengths.length; h++) {
            strengths[h] /= sum;
        }
        return strengths;
    }

    private static double near(double hertz, double resonance) {
        var off = (hertz - resonance) / WIDTH;
        return 1 / (1 + off * off);
    }
}
