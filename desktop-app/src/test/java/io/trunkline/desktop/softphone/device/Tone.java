package io.trunkline.desktop.softphone.device;

import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// A microphone into which one tone is sung. Sings between [#begin()] and [#pause()]; the engine aborts the program
/// when it records by itself meanwhile.
final class Tone implements AutoCloseable {
    static final int LOUDNESS = 8000;
    private static final int RATE = 48_000;
    private static final long MILLIS = 10;
    private static final int FRAME = RATE / 100;

    private final CustomAudioSource source = new CustomAudioSource();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tone").factory());
    private final double frequency;
    private final LongPredicate sung;
    private @Nullable ScheduledFuture<?> singing;
    private long sample;

    Tone(double frequency) {
        this(frequency, _ -> true);
    }

    /// `sung` is whether it is sung at that millisecond of the clock on the wall.
    Tone(double frequency, LongPredicate sung) {
        this.frequency = frequency;
        this.sung = sung;
    }

    CustomAudioSource source() {
        return source;
    }

    synchronized void begin() {
        if (singing == null) {
            singing = clock.scheduleAtFixedRate(this::push, 0, 10, TimeUnit.MILLISECONDS);
        }
    }

    synchronized void pause() {
        if (singing != null) {
            singing.cancel(false);
            singing = null;
            settle();
        }
    }

    @Override
    public void close() {
        pause();
        clock.shutdown();
        source.dispose();
    }

    /// No frame is under way any more.
    private void settle() {
        try {
            clock.submit(() -> {}).get(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As a microphone does: a frame holds the ten milliseconds that are over now.
    private void push() {
        var frame = new byte[FRAME * 2];
        var begun = System.currentTimeMillis() - MILLIS;
        for (int i = 0; i < FRAME; i++) {
            var loudness = sung.test(begun + i * MILLIS / FRAME) ? LOUDNESS : 0;
            var value = (short) (loudness * Math.sin(2 * Math.PI * frequency * sample++ / RATE));
            frame[2 * i] = (byte) value;
            frame[2 * i + 1] = (byte) (value >> 8);
        }
        source.pushAudio(frame, 16, RATE, 1, FRAME);
    }
}
