package io.trunkline.backend.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what came in while the database was gone, on disk and in order, until it has been replayed.
///
/// What [#add] returned from survives the loss of power. A record that was cut short at its end is left out: its sender
/// had no answer and sends it again. Each record is replayed at least once; whoever takes it must bear a repeat.
public final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int HEAD = 2 * Integer.BYTES;
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String ENDING = ".spool";

    private final Path directory;
    private final GroupCommit<byte[]> commit;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable FileChannel open;
    private long number;

    /// Writes on `threads`, a thread for each commit.
    public Spool(Path directory, Executor threads) {
        this.directory = directory;
        this.commit = new GroupCommit<>(1, 1_000, threads, this::write);
        try {
            Files.createDirectories(directory);
            number = files().stream().mapToLong(Spool::number).max().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns once the record is on disk; [UncheckedIOException] when it cannot be written.
    public void add(byte[] record) {
        if (!commit.add(record, LONGEST)) {
            throw new UncheckedIOException(new IOException("the disk does not answer"));
        }
    }

    public boolean isEmpty() {
        try {
            return files().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives every record to `taker`, oldest first, and forgets a file once all of it was taken. When the taker throws,
    /// nothing of the rest is lost and the next replay begins with that file again. Returns how many were taken.
    public int replay(Consumer<byte[]> taker) {
        try {
            var last = closeOpen();
            var taken = 0;
            for (var file : files()) {
                if (number(file) <= last) {
                    taken += replay(file, taker);
                    Files.delete(file);
                }
            }
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int replay(Path file, Consumer<byte[]> taker) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        var taken = 0;
        while (bytes.remaining() >= HEAD) {
            var length = bytes.getInt();
            var sum = bytes.getInt();
            if (length < 0 || length > Math.min(LARGEST, bytes.remaining())) {
                break;
            }
            var record = new byte[length];
            bytes.get(record);
            if (sum != sum(record)) {
                LOG.error("A record of {} is damaged and is left out", file.getFileName());
                continue;
            }
            taker.accept(record);
            taken++;
        }
        if (bytes.hasRemaining()) {
            LOG.warn("{} ends in a record that was cut short; its sender was not answered", file.getFileName());
        }
        return taken;
    }

    private void write(List<byte[]> records) {
        var size = records.stream().mapToInt(record -> HEAD + record.length).sum();
        var bytes = ByteBuffer.allocate(size);
        for (var record : records) {
            bytes.putInt(record.length).putInt(sum(record)).put(record);
        }
        bytes.flip();
        lock.lock();
        try {
            append(bytes);
        } catch (IOException e) {
            open = null;
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private void append(ByteBuffer bytes) throws IOException {
        if (open == null) {
            number++;
            open = FileChannel.open(
                    directory.resolve("%012d%s".formatted(number, ENDING)),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            try (var folder = FileChannel.open(directory)) {
                folder.force(true);
            }
        }
        while (bytes.hasRemaining()) {
            open.write(bytes);
        }
        open.force(false);
    }

    /// Returns the number of the last file that takes no more records.
    private long closeOpen() throws IOException {
        lock.lock();
        try {
            if (open != null) {
                open.close();
                open = null;
            }
            return number;
        } finally {
            lock.unlock();
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
    }

    private static long number(Path file) {
        var name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - ENDING.length()));
    }

    private static int sum(byte[] record) {
        var crc = new CRC32();
        crc.update(record);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        closeOpen();
    }
}
