package io.trunkline.backend.backup;

import io.trunkline.backend.platform.FileTrouble;
import io.trunkline.backend.platform.db.Snapshot;
import io.trunkline.backend.recordings.StoredFilesStore;
import io.trunkline.backend.recordings.StoredFilesStore.StoredFile;
import io.trunkline.model.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the whole centre into one archive while it runs: every row as of one moment, then the recordings those rows
/// tell of. Memory does not grow with what there is.
public final class Backup {
    private final Snapshot snapshot;
    private final Path recordings;
    private final Clock clock;
    private long bytes;

    /// `recordings` is the directory they are kept in.
    public Backup(Snapshot snapshot, Path recordings, Clock clock) {
        this.snapshot = snapshot;
        this.recordings = recordings;
        this.clock = clock;
    }

    /// Writes `archive`, which its owner alone can read and which is there whole or not at all. `key` is the
    /// fingerprint of the key in the settings.
    public Made write(Path archive, String program, String key) {
        if (Files.exists(archive)) {
            throw new BackupFault("There is a file %s already; nothing is written over.".formatted(archive));
        }
        var begun = System.nanoTime();
        try {
            var folder = archive.toAbsolutePath().resolveSibling("");
            var unfinished = Files.createTempFile(folder, ".backup", ".part", ownersOnly(folder));
            var list = Files.createTempFile(folder, ".backup", ".tsv", ownersOnly(folder));
            try {
                var made = write(unfinished, list, program, key);
                Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
                return new Made(
                        made.rows(),
                        made.recordings().files(),
                        bytes,
                        made.recordings().missing(),
                        Duration.ofNanos(System.nanoTime() - begun));
            } finally {
                Files.deleteIfExists(unfinished);
                Files.deleteIfExists(list);
            }
        } catch (IOException e) {
            throw new BackupFault("The archive %s cannot be written: %s".formatted(archive, FileTrouble.writing(e)), e);
        } catch (UncheckedIOException e) {
            throw new BackupFault("The archive %s cannot be written: %s".formatted(archive, e.getMessage()), e);
        }
    }

    private Manifest write(Path archive, Path list, String program, String key) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            var at = clock.instant();
            var tables = new ArrayList<Manifest.Table>();
            for (var table : snapshot.tables()) {
                zip.putNextEntry(new ZipEntry(Manifest.Table.entry(table.name())));
                var digest = Hashed.sha256();
                var counting = new Counting(zip);
                var rows = snapshot.copy(table, new DigestOutputStream(counting, digest));
                zip.closeEntry();
                bytes += counting.bytes();
                tables.add(new Manifest.Table(table.name(), table.columns(), rows, Hashed.hex(digest)));
            }
            var sounds = sounds(zip, list);
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    program,
                    snapshot.schema(),
                    at,
                    key,
                    tables,
                    snapshot.sequences(),
                    snapshot.eventMonths(),
                    sounds);
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    /// What the rows tell of is written down first: the list names what is in the archive, with its hashes.
    private Manifest.Sounds sounds(ZipOutputStream zip, Path list) throws IOException {
        var told = Files.createTempFile(list.resolveSibling(""), ".backup", ".rows");
        try {
            try (var out = Files.newBufferedWriter(told)) {
                snapshot.read(handle -> new StoredFilesStore().each(handle, file -> line(out, file)));
            }
            zip.setLevel(Deflater.NO_COMPRESSION);
            var missing = new ArrayList<String>();
            var files = 0L;
            var before = bytes;
            try (var lines = Files.newBufferedReader(told);
                    var out = Files.newBufferedWriter(list)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    var file = RecordingLine.read(line);
                    if (sound(zip, file, missing)) {
                        line(out, file);
                        files++;
                    }
                }
            }
            zip.putNextEntry(new ZipEntry(Manifest.Sounds.LIST));
            try (var in = Files.newInputStream(list)) {
                var hash = Hashed.copy(in, zip);
                zip.closeEntry();
                return new Manifest.Sounds(files, bytes - before, hash, missing);
            }
        } finally {
            Files.deleteIfExists(told);
        }
    }

    /// False when it is not there, or is not what its row says.
    private boolean sound(ZipOutputStream zip, StoredFile file, List<String> missing) throws IOException {
        var from = recordings.resolve(file.path()).normalize();
        if (!from.startsWith(recordings.normalize()) || !Files.isReadable(from) || !intact(from, file)) {
            missing.add(file.path());
            return false;
        }
        zip.putNextEntry(new ZipEntry(Manifest.Sounds.entry(file.path())));
        try (var in = Files.newInputStream(from)) {
            Hashed.copy(in, zip);
        }
        zip.closeEntry();
        bytes += Files.size(from);
        return true;
    }

    private static boolean intact(Path from, StoredFile file) throws IOException {
        try (var in = Files.newInputStream(from)) {
            return Hashed.copy(in, OutputStream.nullOutputStream()).equals(file.sha256());
        }
    }

    private static void line(Writer out, StoredFile file) {
        try {
            out.write(RecordingLine.write(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
