package io.trunkline.simulator.media;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Sound on its way into a recording: 8 kHz, its channels side by side, without a header.
public final class Tape {
    public static final int RATE = 8_000;
    private static final int FACTOR = Frame.RATE / RATE;
    private static final int SAMPLES = Frame.SAMPLES / FACTOR;

    private final ReentrantLock lock = new ReentrantLock();
    private final Path file;
    private final OutputStream out;
    private final List<Decimator> decimators;
    private final short[][] less;
    private boolean closed;

    public Tape(Path file, int channels) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        this.decimators =
                Stream.generate(() -> new Decimator(FACTOR)).limit(channels).toList();
        this.less = new short[channels][SAMPLES];
    }

    /// Adds ten milliseconds.
    ///
    /// @param frames one for each channel
    public void write(List<short[]> frames) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            for (var channel = 0; channel < less.length; channel++) {
                decimators.get(channel).next(frames.get(channel), less[channel]);
            }
            out.write(together());
        } catch (IOException e) {
            throw new UncheckedIOException("a recording cannot be written", e);
        } finally {
            lock.unlock();
        }
    }

    private byte[] together() {
        var bytes = new byte[2 * less.length * SAMPLES];
        var at = 0;
        for (var i = 0; i < SAMPLES; i++) {
            for (var channel : less) {
                bytes[at++] = (byte) channel[i];
                bytes[at++] = (byte) (channel[i] >> 8);
            }
        }
        return bytes;
    }

    /// Nothing is written any more.
    public Path close() {
        lock.lock();
        try {
            closed = true;
            out.close();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("a recording cannot be written", e);
        } finally {
            lock.unlock();
        }
    }
}
