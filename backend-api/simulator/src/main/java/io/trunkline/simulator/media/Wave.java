package io.trunkline.simulator.media;

/// A sine that remembers where it is, so that its pitch may change without a click.
final class Wave {
    private static final int SIZE = 1 << 12;
    private static final float[] TABLE = new float[SIZE + 1];

    static {
        for (var i = 0; i <= SIZE; i++) {
            TABLE[i] = (float) Math.sin(2 * Math.PI * i / SIZE);
        }
    }

    private double turn;

    double next(double hertz) {
        turn += hertz / Frame.RATE;
        turn -= Math.floor(turn);
        return sine(turn);
    }

    double turn() {
        return turn;
    }

    /// @param turns whole turns do not matter
    static double sine(double turns) {
        var at = (turns - Math.floor(turns)) * SIZE;
        var low = (int) at;
        return TABLE[low] + (at - low) * (TABLE[Math.min(low + 1, SIZE)] - TABLE[low]);
    }
}
