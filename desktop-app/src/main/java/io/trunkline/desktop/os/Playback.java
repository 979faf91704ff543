package io.trunkline.desktop.os;

/// A sound on its way to an output, piece by piece.
final class Playback {
    /// A fiftieth of a second.
    static final int CHUNK = Tones.RATE * 2 / 50;

    private final Speaker.Sound sound;
    private int at;
    private boolean begun;

    Playback(Speaker.Sound sound) {
        this.sound = sound;
    }

    boolean of(Speaker.Sound other) {
        return sound.equals(other);
    }

    /// Whether the output took the next piece.
    boolean write(Outputs.Output output) {
        var samples = sound.samples;
        var taken = output.write(samples, at, Math.min(CHUNK, samples.length - at));
        if (taken && !begun) {
            begun = true;
            sound.begun.run();
        }
        at += CHUNK;
        if (at >= samples.length && sound.again) {
            at = 0;
        }
        return taken;
    }

    boolean isOver() {
        return at >= sound.samples.length;
    }
}
