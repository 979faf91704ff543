package io.trunkline.simulator.media;

import java.time.InstantSource;

/// A tone of 40 ms at each half second of the clock, by which a listener on the same machine can tell how long sound
/// takes to reach it.
public final class Bursts implements Voice {
    private static final long PERIOD = 500;
    private static final long LENGTH = 40;

    private final Tone tone;
    private final InstantSource clock;

    public Bursts(double hertz, InstantSource clock) {
        this.tone = Tone.of(hertz);
        this.clock = clock;
    }

    @Override
    public void next(short[] frame) {
        var begin = clock.millis();
        tone.next(frame);
        for (var i = 0; i < frame.length; i++) {
            var at = begin + i * (long) Frame.MILLIS / frame.length;
            if (at % PERIOD >= LENGTH) {
                frame[i] = 0;
            }
        }
    }
}
