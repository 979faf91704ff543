package io.trunkline.desktop.os;

import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Work;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// The ringer and the chime, made here and not read from files, heard from the first moment on.
public final class Sounds {
    private static final AudioFormat FORMAT = new AudioFormat(Tones.RATE, 16, 1, true, false);

    private final Work work;
    private double volume = 0.8;
    private Running ringing = Running.ENDED;

    public Sounds(Work work) {
        this.work = work;
    }

    /// From 0 to 1.
    public void volume(double share) {
        volume = Math.clamp(share, 0, 1);
    }

    /// Rings until stopped. `silent` is called where this computer has no way to be heard: say so to the agent.
    public void ring(Runnable silent) {
        stop();
        ringing = play(Tones.ring(volume), true, silent);
    }

    /// The ring once, to hear how loud it is.
    public void tryRing(Runnable silent) {
        play(Tones.ring(volume), false, silent);
    }

    /// Once, for a message.
    public void chime(Runnable silent) {
        play(Tones.chime(volume), false, silent);
    }

    public void stop() {
        ringing.cancel();
        ringing = Running.ENDED;
    }

    private Running play(byte[] sound, boolean again, Runnable silent) {
        return work.run(
                () -> {
                    write(sound, again);
                    return sound;
                },
                _ -> {},
                _ -> silent.run());
    }

    private static void write(byte[] sound, boolean again) throws LineUnavailableException {
        try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
            line.open(FORMAT, Tones.RATE / 5);
            line.start();
            do {
                for (int at = 0; at < sound.length && !Thread.currentThread().isInterrupted(); at += Tones.RATE / 5) {
                    line.write(sound, at, Math.min(Tones.RATE / 5, sound.length - at));
                }
            } while (again && !Thread.currentThread().isInterrupted());
            if (!Thread.currentThread().isInterrupted()) {
                line.drain();
            }
        }
    }
}
