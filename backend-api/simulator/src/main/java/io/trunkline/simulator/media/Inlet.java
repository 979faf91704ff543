package io.trunkline.simulator.media;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/// Sound on its way from a libwebrtc thread to the media clock.
///
/// The headless module calls about 199 times in two seconds, the clock ticks 200 times, neither at the same moment as
/// the other. Twenty milliseconds are let in before the first go out; when nothing is left what was last heard is
/// continued at its own pitch, which cannot be heard; when too much waits the oldest goes.
final class Inlet {
    private static final int FIRST = 2 * Frame.SAMPLES;
    private static final int MOST = 6 * Frame.SAMPLES;
    /// So often in a row something is made up before there is silence.
    private static final int PATIENCE = 3;

    private final ReentrantLock lock = new ReentrantLock();
    private final short[] queue = new short[16 * Frame.SAMPLES];
    private final short[] past = new short[Pitch.PAST];
    private int from;
    private int count;
    private int madeUp;
    private boolean flowing;

    /// @param pcm 16 bit little-endian, any rate, any number of channels
    void put(byte[] pcm, int channels, int samples) {
        lock.lock();
        try {
            for (var i = 0; i < Frame.SAMPLES; i++) {
                add(mono(pcm, channels, (int) ((long) i * samples / Frame.SAMPLES)));
            }
            if (count > MOST) {
                from = (from + count - FIRST) % queue.length;
                count = FIRST;
            }
            flowing |= count >= FIRST;
            madeUp = 0;
        } finally {
            lock.unlock();
        }
    }

    private static short mono(byte[] pcm, int channels, int at) {
        var sum = 0;
        for (var channel = 0; channel < channels; channel++) {
            var b = 2 * (at * channels + channel);
            sum += (short) ((pcm[b] & 0xff) | (pcm[b + 1] << 8));
        }
        return (short) (sum / channels);
    }

    private void add(short sample) {
        queue[(from + count) % queue.length] = sample;
        count++;
    }

    void take(short[] into) {
        lock.lock();
        try {
            if (flowing && count < into.length) {
                makeUp(into.length - count);
            }
            if (!flowing) {
                Arrays.fill(into, (short) 0);
                return;
            }
            for (var i = 0; i < into.length; i++) {
                into[i] = queue[(from + i) % queue.length];
            }
            from = (from + into.length) % queue.length;
            count -= into.length;
            System.arraycopy(past, into.length, past, 0, past.length - into.length);
            System.arraycopy(into, 0, past, past.length - into.length, into.length);
        } finally {
            lock.unlock();
        }
    }

    /// Whole periods go before what waits, so that both seams fit.
    private void makeUp(int needed) {
        if (++madeUp > PATIENCE) {
            flowing = false;
            madeUp = 0;
            from = 0;
            count = 0;
            return;
        }
        var period = Pitch.period(past);
        var more = (needed + period - 1) / period * period;
        for (var i = more - 1; i >= 0; i--) {
            from = (from + queue.length - 1) % queue.length;
            queue[from] = past[past.length - period + i % period];
        }
        count += more;
    }
}
