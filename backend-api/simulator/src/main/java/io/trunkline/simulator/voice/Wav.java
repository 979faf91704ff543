package io.trunkline.simulator.voice;

import io.trunkline.simulator.media.WavHeader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// A recording as a WAV file: PCM, 8 kHz, 16 bit, one or two channels. Each voice is a hum of its own pitch in
/// syllables, so that a listener and a test can tell who spoke when.
final class Wav {
    static final int RATE = 8_000;

    private final Recording recording;

    Wav(Recording recording) {
        this.recording = recording;
    }

    /// @param reel what was truly heard from some moment on
    void write(Path file, Optional<Reel> reel) throws IOException {
        var frames = frames(recording.length(recording.start()));
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(WavHeader.of(RATE, recording.channels(), frames));
            var own = reel.map(r -> Math.min(frames, frames(r.from()))).orElse(frames);
            long done = 0;
            var covered = Duration.ZERO;
            var marks = recording.marks();
            var end = recording.end().orElse(recording.start());
            for (var i = 0; i < marks.size(); i++) {
                if (!marks.get(i).cut()) {
                    covered = covered.plus(Duration.between(marks.get(i).at(), next(i, end)));
                    var until = Math.min(own, frames(covered));
                    stretch(out, marks.get(i), done, until);
                    done = until;
                }
            }
            if (reel.isPresent()) {
                append(reel.get().close(), out, (frames - done) * 2 * recording.channels());
            }
        }
    }

    /// Exactly so many bytes, silence where there are fewer.
    private static void append(Path part, OutputStream out, long bytes) throws IOException {
        try (var in = Files.newInputStream(part)) {
            var buffer = new byte[1 << 16];
            var left = bytes;
            while (left > 0) {
                var count = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
                Arrays.fill(buffer, count, buffer.length, (byte) 0);
                var now = (int) Math.min(left, buffer.length);
                out.write(buffer, 0, now);
                left -= now;
            }
        }
        Files.delete(part);
    }

    private Instant next(int i, Instant end) {
        var marks = recording.marks();
        return i + 1 < marks.size() ? marks.get(i + 1).at() : end;
    }

    private static long frames(Duration length) {
        return length.toMillis() * RATE / 1000;
    }

    private void stretch(OutputStream out, Recording.Mark mark, long from, long until) throws IOException {
        var frame = ByteBuffer.allocate(2 * recording.channels()).order(ByteOrder.LITTLE_ENDIAN);
        for (var t = from; t < until; t++) {
            frame.clear();
            for (var channel = 0; channel < recording.channels(); channel++) {
                frame.putShort(
                        sample(channel < mark.voices().size() ? mark.voices().get(channel) : Set.of(), t));
            }
            out.write(frame.array());
        }
    }

    private static short sample(Set<String> voices, long t) {
        var sum = 0.0;
        for (var voice : voices) {
            var seconds = t / (double) RATE;
            var syllable = Math.abs(Math.sin(Math.PI * 3.5 * seconds));
            sum += 5_000 * syllable * Math.sin(2 * Math.PI * pitch(voice) * seconds);
        }
        return (short) Math.clamp((long) sum, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /// 120–620 Hz by who speaks.
    static int pitch(String voice) {
        return 120 + Math.floorMod(voice.hashCode(), 501);
    }
}
