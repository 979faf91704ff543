package io.trunkline.simulator.media;

/// The unit of all sound here: ten milliseconds, one channel, 48 kHz, 16 bit.
public final class Frame {
    public static final int RATE = 48_000;
    public static final int SAMPLES = 480;
    public static final int MILLIS = 10;

    private Frame() {}

    public static short clip(double sample) {
        return (short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
