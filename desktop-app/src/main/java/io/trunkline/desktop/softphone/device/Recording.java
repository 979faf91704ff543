package io.trunkline.desktop.softphone.device;

import dev.onvoid.webrtc.media.audio.AudioSink;
import dev.onvoid.webrtc.media.audio.AudioSource;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleConsumer;

/// The last seconds of a microphone, and how loud it is. One channel.
final class Recording implements AudioSink {
    private static final int SECONDS = 5;
    private static final int TELLINGS = 10;

    private final DoubleConsumer level;
    private final ReentrantLock lock = new ReentrantLock();
    private short[] kept = new short[0];
    private int rate;
    private int next;
    private long recorded;
    private int loudest;
    private int sinceTold;

    Recording(DoubleConsumer level) {
        this.level = level;
    }

    @Override
    public void onRecordedData(
            byte[] data, int samples, int bytes, int channels, int sampleRate, int delay, int drift) {
        double tell = -1;
        lock.lock();
        try {
            begin(sampleRate);
            for (int i = 0; i < samples; i++) {
                add(Pcm.sample(data, i * channels));
            }
            sinceTold += samples;
            if (sinceTold >= rate / TELLINGS) {
                tell = Math.min(1, (double) loudest / Short.MAX_VALUE);
                sinceTold = 0;
                loudest = 0;
            }
        } finally {
            lock.unlock();
        }
        if (tell >= 0) {
            level.accept(tell);
        }
    }

    /// What is kept, once, from its beginning; then silence.
    AudioSource playBack() {
        lock.lock();
        try {
            var length = (int) Math.min(recorded, kept.length);
            var from = Math.floorMod(next - length, Math.max(1, kept.length));
            var turned = new short[length];
            for (int i = 0; i < length; i++) {
                turned[i] = kept[(from + i) % kept.length];
            }
            return Pcm.once(Arrays.copyOf(turned, length), rate);
        } finally {
            lock.unlock();
        }
    }

    private void begin(int sampleRate) {
        if (rate != sampleRate) {
            rate = sampleRate;
            kept = new short[SECONDS * sampleRate];
            next = 0;
            recorded = 0;
        }
    }

    private void add(short value) {
        kept[next] = value;
        next = (next + 1) % kept.length;
        recorded++;
        loudest = Math.max(loudest, Math.abs(value));
    }
}
