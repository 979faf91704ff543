package io.trunkline.backend.platform.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One program at a time starts the embedded PostgreSQL: a command that is given right after the backend was started
/// waits until that has made its data. Whoever is killed lets go.
final class StartLock implements AutoCloseable {
    private final FileChannel file;

    private StartLock(FileChannel file) {
        this.file = file;
    }

    static StartLock in(Path home) throws IOException {
        var file = FileChannel.open(home.resolve("starting"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            file.lock();
            return new StartLock(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
