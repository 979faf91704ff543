package io.trunkline.simulator.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

/// Remembers the last half minute of what it was given, at 16 kHz.
public final class Ear {
    public static final int SECONDS = 30;
    private static final int RATE = 16_000;
    private static final int FACTOR = Frame.RATE / RATE;

    private final ReentrantLock lock = new ReentrantLock();
    private final Decimator decimator = new Decimator(FACTOR);
    private final short[] some = new short[Frame.SAMPLES / FACTOR];
    private final short[] ring = new short[SECONDS * RATE];
    private final InstantSource clock;
    private long heard;
    private Instant until;

    public Ear(InstantSource clock) {
        this.clock = clock;
        this.until = clock.instant();
    }

    public void hear(short[] frame) {
        lock.lock();
        try {
            decimator.next(frame, some);
            for (var sample : some) {
                ring[(int) (heard++ % ring.length)] = sample;
            }
            until = clock.instant();
        } finally {
            lock.unlock();
        }
    }

    /// Of the latest so many seconds, as the root of the mean square.
    public double loudness(double seconds) {
        lock.lock();
        try {
            var count = count(seconds);
            var sum = 0.0;
            for (var at = heard - count; at < heard; at++) {
                var sample = (double) ring[(int) (at % ring.length)];
                sum += sample * sample;
            }
            return count == 0 ? 0 : Math.sqrt(sum / count);
        } finally {
            lock.unlock();
        }
    }

    private int count(double seconds) {
        return (int) Math.min(Math.min(heard, ring.length), Math.max(0, Math.round(seconds * RATE)));
    }

    /// The latest so many seconds, or as many as there are, as WAV, and when the last of them was heard.
    public <T> T latest(double seconds, BiFunction<byte[], Instant, T> taken) {
        lock.lock();
        try {
            var count = count(seconds);
            var wav = ByteBuffer.allocate(WavHeader.BYTES + 2 * count).order(ByteOrder.LITTLE_ENDIAN);
            wav.put(WavHeader.of(RATE, 1, count));
            for (var at = heard - count; at < heard; at++) {
                wav.putShort(ring[(int) (at % ring.length)]);
            }
            return taken.apply(wav.array(), until);
        } finally {
            lock.unlock();
        }
    }
}
