package io.trunkline.simulator.media;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/// Frames on their way from a libwebrtc thread to the media clock. Both tick every ten milliseconds, but not at the
/// same
/// moment: two frames are let in before the first goes out, and no more than five wait.
final class Inlet {
    private static final int FIRST = 2;
    private static final int MOST = 5;

    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<short[]> waiting = new ArrayDeque<>();
    private final ArrayDeque<short[]> spare = new ArrayDeque<>();
    private boolean flowing;

    /// @param pcm 16 bit little-endian, any rate, any number of channels
    void put(byte[] pcm, int channels, int samples) {
        lock.lock();
        try {
            var frame = spare.isEmpty() ? new short[Frame.SAMPLES] : spare.poll();
            fill(frame, pcm, channels, samples);
            waiting.add(frame);
            if (waiting.size() > MOST) {
                while (waiting.size() > FIRST) {
                    spare.add(waiting.remove());
                }
            }
            flowing |= waiting.size() >= FIRST;
        } finally {
            lock.unlock();
        }
    }

    private static void fill(short[] frame, byte[] pcm, int channels, int samples) {
        for (var i = 0; i < frame.length; i++) {
            var at = (int) ((long) i * samples / frame.length) * channels;
            var sum = 0;
            for (var channel = 0; channel < channels; channel++) {
                var b = 2 * (at + channel);
                sum += (short) ((pcm[b] & 0xff) | (pcm[b + 1] << 8));
            }
            frame[i] = (short) (sum / channels);
        }
    }

    void take(short[] into) {
        lock.lock();
        try {
            var next = flowing ? waiting.poll() : null;
            if (next == null) {
                flowing = false;
                Arrays.fill(into, (short) 0);
            } else {
                System.arraycopy(next, 0, into, 0, into.length);
                spare.add(next);
            }
        } finally {
            lock.unlock();
        }
    }
}
