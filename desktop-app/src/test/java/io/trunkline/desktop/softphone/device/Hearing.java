package io.trunkline.desktop.softphone.device;

import dev.onvoid.webrtc.media.audio.AudioTrackSink;

/// Listens to a track: how loud one tone is in the last half second, and how loud it ever was.
public final class Hearing implements AudioTrackSink {
    private static final int KEPT = 24_000;

    private final short[] ring = new short[KEPT];
    private int rate = 48_000;
    private int next;
    private long heard;
    private int loudest;
    private double watched;
    private double loudestWatched;
    private int sinceWatched;

    @Override
    public synchronized void onData(byte[] data, int bits, int sampleRate, int channels, int frames) {
        rate = sampleRate;
        for (int i = 0; i < frames; i++) {
            var at = i * channels * 2;
            var value = (short) ((data[at] & 0xFF) | (data[at + 1] << 8));
            ring[next] = value;
            next = (next + 1) % KEPT;
            loudest = Math.max(loudest, Math.abs(value));
        }
        heard += frames;
        watch(frames);
    }

    /// A tone may be shorter than the time between two looks at it: from now on the loudest it was is kept.
    public synchronized void watchFor(double frequency) {
        watched = frequency;
        loudestWatched = 0;
    }

    public synchronized double loudestWatched() {
        return loudestWatched;
    }

    private void watch(int frames) {
        sinceWatched += frames;
        if (watched > 0 && sinceWatched >= rate / 20) {
            sinceWatched = 0;
            loudestWatched = Math.max(loudestWatched, tone(watched));
        }
    }

    /// Samples that arrived at all, silent ones as well.
    public synchronized long samples() {
        return heard;
    }

    /// The loudest sample since the beginning, or since [#forget()].
    public synchronized int loudest() {
        return loudest;
    }

    public synchronized void forget() {
        loudest = 0;
    }

    /// How loud a tone is, by Goertzel's way, over the last quarter of a second.
    public synchronized double tone(double frequency) {
        var count = (int) Math.min(Math.min(heard, KEPT), rate / 4);
        if (count == 0) {
            return 0;
        }
        var turn = 2 * Math.cos(2 * Math.PI * frequency / rate);
        double before = 0;
        double last = 0;
        for (int i = count; i > 0; i--) {
            var now = ring[Math.floorMod(next - i, KEPT)] + turn * last - before;
            before = last;
            last = now;
        }
        return 2 * Math.sqrt(Math.max(0, last * last + before * before - turn * last * before)) / count;
    }
}
