package io.trunkline.desktop.softphone.device;

import dev.onvoid.webrtc.media.audio.AudioSource;

/// Sound as the media engine hands it over: 16 bits, low byte first, channels side by side.
final class Pcm {
    private static final int LOUDNESS = 6_000;
    private static final double[] NOTES = {660, 880};
    private static final double NOTE = 0.35;
    private static final double FADE = 0.02;
    private static final int RATE = 48_000;

    private Pcm() {}

    static short sample(byte[] data, int index) {
        return (short) ((data[2 * index] & 0xFF) | (data[2 * index + 1] << 8));
    }

    /// Plays samples of one rate once, at whatever rate is asked for, on every channel; then silence.
    static AudioSource once(short[] samples, int rate) {
        var played = new long[1];
        return (data, count, bytes, channels, wantedRate) -> {
            for (int i = 0; i < count; i++) {
                var at = played[0]++ * rate / wantedRate;
                put(data, i, channels, at < samples.length ? samples[(int) at] : 0);
            }
            return count;
        };
    }

    /// Two short notes, the second one higher.
    static AudioSource tones() {
        var length = (int) (NOTE * RATE);
        var samples = new short[NOTES.length * length];
        for (int i = 0; i < samples.length; i++) {
            var since = (i % length) / (double) RATE;
            var edge = Math.min(1, Math.min(since, NOTE - since) / FADE);
            samples[i] = (short) (LOUDNESS * edge * Math.sin(2 * Math.PI * NOTES[i / length] * since));
        }
        return once(samples, RATE);
    }

    private static void put(byte[] data, int index, int channels, short value) {
        for (int channel = 0; channel < channels; channel++) {
            var at = 2 * (index * channels + channel);
            data[at] = (byte) value;
            data[at + 1] = (byte) (value >> 8);
        }
    }
}
