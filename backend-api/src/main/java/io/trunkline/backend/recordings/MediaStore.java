package io.trunkline.backend.recordings;

import io.trunkline.model.RecordingId;
import io.trunkline.model.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Audio files on disk, by tenant and id. A file is there whole or not at all.
final class MediaStore {
    private static final long LARGEST = 2L * 1024 * 1024 * 1024;

    private final Path directory;

    MediaStore(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    StoredAudio store(TenantId tenant, RecordingId id, InputStream audio) throws IOException {
        var file = directory.resolve(tenant.toString()).resolve(id + ".audio");
        var unfinished = file.resolveSibling(id + ".part");
        Files.createDirectories(file.getParent());
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var out = FileChannel.open(
                            unfinished,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING);
                    var to = Channels.newOutputStream(out)) {
                copy(new DigestInputStream(audio, digest), to);
                out.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new StoredAudio(
                    directory.relativize(file).toString(),
                    Files.size(file),
                    HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[64 * 1024];
        var all = 0L;
        for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            all += read;
            if (all > LARGEST) {
                throw new IOException("the audio is larger than a recording can be");
            }
            to.write(buffer, 0, read);
        }
    }

    /// The file behind a path that [#store] gave.
    Path file(String path) {
        var file = directory.resolve(path).normalize();
        if (!file.startsWith(directory)) {
            throw new IllegalArgumentException("not a file of the media store");
        }
        return file;
    }
}
