package io.trunkline.simulator.media;

/// Brings sound down to a lower rate, without what that rate cannot carry.
final class Decimator {
    private static final int LOBES = 8;

    private final int factor;
    private final float[] taps;
    private final float[] past;

    /// @param factor one sample of so many stays; divides the samples of a frame
    Decimator(int factor) {
        this.factor = factor;
        this.taps = taps(factor);
        this.past = new float[taps.length - factor];
    }

    /// A windowed sinc that ends a little below half the new rate.
    private static float[] taps(int factor) {
        var taps = new float[LOBES * factor];
        var sum = 0.0;
        for (var i = 0; i < taps.length; i++) {
            var x = (i - (taps.length - 1) / 2.0) / factor * 0.9;
            var window = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (taps.length - 1));
            taps[i] = (float) (window * (Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)));
            sum += taps[i];
        }
        for (var i = 0; i < taps.length; i++) {
            taps[i] /= (float) sum;
        }
        return taps;
    }

    void next(short[] frame, short[] less) {
        var all = new float[past.length + frame.length];
        System.arraycopy(past, 0, all, 0, past.length);
        for (var i = 0; i < frame.length; i++) {
            all[past.length + i] = frame[i];
        }
        for (var out = 0; out < less.length; out++) {
            var sum = 0f;
            for (var tap = 0; tap < taps.length; tap++) {
                sum += taps[tap] * all[out * factor + tap];
            }
            less[out] = Frame.clip(sum);
        }
        System.arraycopy(all, frame.length, past, 0, past.length);
    }
}
