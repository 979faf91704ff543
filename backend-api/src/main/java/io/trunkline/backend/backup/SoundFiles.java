package io.trunkline.backend.backup;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.ZipFile;

/// The recordings of an archive on their way to their directory.
final class SoundFiles {
    private final ZipFile zip;
    private final Path directory;

    SoundFiles(ZipFile zip, Path directory) {
        this.zip = zip;
        this.directory = directory;
    }

    /// Nothing is written over.
    void refuseWhatIsThere() throws IOException {
        each(file -> {
            if (Files.exists(file)) {
                throw new BackupFault("There is a recording %s already; give the restore an empty recordings.directory."
                        .formatted(file));
            }
        });
    }

    void write() throws IOException {
        each(file -> {
            Files.createDirectories(file.getParent(), mode("rwxr-x---"));
            try (var in = Entries.open(zip, Manifest.Sounds.entry(name(file)));
                    var out = Channels.newOutputStream(
                            Files.newByteChannel(file, Set.of(CREATE_NEW, WRITE), mode("rw-r-----")))) {
                in.transferTo(out);
            }
        });
    }

    /// Takes away what [#write] has written.
    void undo() throws IOException {
        each(Files::deleteIfExists);
    }

    private interface Taker {
        void take(Path file) throws IOException;
    }

    private void each(Taker taker) throws IOException {
        try (var lines = Restore.lines(zip)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                taker.take(file(RecordingLine.read(line).path()));
            }
        }
    }

    private Path file(String path) {
        var file = directory.resolve(path).normalize();
        if (!file.startsWith(directory)) {
            throw new BackupFault("The archive names a recording outside of its directory: " + path);
        }
        return file;
    }

    /// As the service's own umask has it, whatever that of who restores is.
    private FileAttribute<?>[] mode(String permissions) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private String name(Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }
}
