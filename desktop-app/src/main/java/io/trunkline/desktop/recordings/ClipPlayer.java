package io.trunkline.desktop.recordings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.jspecify.annotations.Nullable;

/// [AudioPlayer] on the sound that comes with Java.
public final class ClipPlayer implements AudioPlayer {
    private volatile @Nullable Clip clip;

    @Override
    public void open(byte[] wav) {
        close();
        try (var stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            var opened = AudioSystem.getClip();
            opened.open(stream);
            clip = opened;
        } catch (UnsupportedAudioFileException e) {
            throw new Unplayable("The recording is no WAV file this program can play", e);
        } catch (LineUnavailableException | IllegalArgumentException e) {
            throw new Unplayable("This computer has no way to play sound", e);
        } catch (IOException e) {
            throw new Unplayable("The recording cannot be read", e);
        }
    }

    @Override
    public void play() {
        var now = clip;
        if (now != null) {
            if (now.getMicrosecondPosition() >= now.getMicrosecondLength()) {
                now.setMicrosecondPosition(0);
            }
            now.start();
        }
    }

    @Override
    public void pause() {
        var now = clip;
        if (now != null) {
            now.stop();
        }
    }

    @Override
    public void seek(Duration position) {
        var now = clip;
        if (now != null) {
            now.setMicrosecondPosition(position.toNanos() / 1000);
        }
    }

    @Override
    public Duration position() {
        var now = clip;
        return now == null ? Duration.ZERO : Duration.of(now.getMicrosecondPosition(), ChronoUnit.MICROS);
    }

    @Override
    public Duration length() {
        var now = clip;
        return now == null ? Duration.ZERO : Duration.of(now.getMicrosecondLength(), ChronoUnit.MICROS);
    }

    @Override
    public boolean playing() {
        var now = clip;
        return now != null && now.isRunning();
    }

    @Override
    public void close() {
        var now = clip;
        clip = null;
        if (now != null) {
            now.close();
        }
    }
}
