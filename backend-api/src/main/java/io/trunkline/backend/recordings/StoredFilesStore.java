package io.trunkline.backend.recordings;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Every recording whose audio is stored, of every tenant: what a backup has to take along.
public final class StoredFilesStore {
    /// `path` is below the directory of recordings, `sha256` in hexadecimal.
    public record StoredFile(String path, long bytes, String sha256) {}

    private static final int AT_ONCE = 1_000;

    /// Hands them over one by one, however many there are.
    public void each(Handle owner, Consumer<StoredFile> taker) {
        try (var rows = owner.createQuery("""
                select path, bytes, encode(sha256, 'hex') as sha256 from recording
                where state = 'STORED' and path is not null order by path""")
                .setFetchSize(AT_ONCE)
                .mapTo(StoredFile.class)
                .iterator()) {
            rows.forEachRemaining(taker);
        }
    }
}
