package io.trunkline.backend.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The data of an embedded PostgreSQL whose very first start was broken off: nothing was ever kept in it, and it cannot
/// be started. A file says so from before it is made until it is whole.
final class UnfinishedData {
    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedData.class);

    private UnfinishedData() {}

    /// Before each start. It is moved and not deleted: whoever made it may still be at it.
    static void putAside(Path home) throws IOException {
        var data = home.resolve("data");
        var mark = mark(home);
        if (Files.exists(mark) && !empty(data)) {
            var aside = Files.createTempDirectory(home, "unfinished-").resolve("data");
            LOG.warn("The first start of the embedded PostgreSQL was broken off; what it left is in {}", aside);
            Files.move(data, aside);
        }
        if (empty(data) && Files.notExists(mark)) {
            Files.createFile(mark);
        }
    }

    /// When the data is whole, before a server runs on it.
    static void finished(Path home) {
        try {
            Files.deleteIfExists(mark(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path mark(Path home) {
        return home.resolve("unfinished");
    }

    private static boolean empty(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return true;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
