package io.trunkline.simulator.media;

/// What a caller hears while it rings elsewhere: two tones for two seconds, then four of silence.
public final class Ringback implements Voice {
    private static final int CYCLE = 6 * Frame.RATE;
    private static final int SOUNDING = 2 * Frame.RATE;

    private final Wave low = new Wave();
    private final Wave high = new Wave();
    private int at;

    @Override
    public void next(short[] frame) {
        for (var i = 0; i < frame.length; i++) {
            var sound = 3_000 * (low.next(440) + high.next(480));
            frame[i] = at < SOUNDING ? Frame.clip(sound) : 0;
            at = (at + 1) % CYCLE;
        }
    }
}
