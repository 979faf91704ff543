package io.trunkline.backend.backup;

import io.trunkline.backend.platform.FileTrouble;
import io.trunkline.backend.platform.config.DatabaseConfig;
import io.trunkline.backend.platform.db.Refill;
import io.trunkline.model.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Puts an archive into an empty database and an empty place for recordings: all of it, or nothing.
///
/// The archive is read twice: once to see that every hash holds, before anything is touched, and once for the rows.
public final class Restore {
    private final DatabaseConfig database;
    private final Path recordings;

    public Restore(DatabaseConfig database, Path recordings) {
        this.database = database;
        this.recordings = recordings.toAbsolutePath().normalize();
    }

    /// Restores; `key` is the fingerprint of the key in the settings. [BackupFault] for an archive that cannot be
    /// restored here, a start fault for a database that cannot take it.
    public Made read(Path archive, Optional<String> key) {
        var begun = System.nanoTime();
        try (var zip = new ZipFile(archive.toFile())) {
            var manifest = manifest(zip);
            accept(manifest, key);
            new Verification(zip, manifest).run();
            var sounds = new SoundFiles(zip, recordings);
            sounds.refuseWhatIsThere();
            var bytes = fill(zip, manifest, sounds);
            return new Made(
                    manifest.rows(),
                    manifest.recordings().files(),
                    bytes,
                    manifest.recordings().missing(),
                    Duration.ofNanos(System.nanoTime() - begun));
        } catch (NoSuchFileException | AccessDeniedException e) {
            var why = String.valueOf(e.getFile()).equals(archive.toString())
                    ? FileTrouble.reading(e)
                    : "%s: %s".formatted(e.getFile(), FileTrouble.writing(e));
            throw new BackupFault("The archive %s cannot be restored: %s".formatted(archive, why), e);
        } catch (IOException | UncheckedIOException e) {
            throw new BackupFault("The archive %s cannot be restored: %s".formatted(archive, e.getMessage()), e);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        try (var in = Entries.open(zip, Manifest.NAME)) {
            return Json.mapper().readValue(in, Manifest.class);
        }
    }

    private static void accept(Manifest manifest, Optional<String> key) {
        if (manifest.format() > Manifest.FORMAT || Refill.isNewer(manifest.schema())) {
            throw new BackupFault(
                    "The archive is of schema %s, made by Trunkline %s; this program knows up to %s. Restore it with that version."
                            .formatted(manifest.schema(), manifest.program(), Refill.newestSchema()));
        }
        if (manifest.needsKey() && !manifest.key().equals(key.orElse(""))) {
            throw new BackupFault(
                    "The carriers' secrets in the archive are encrypted by the key %s, and the settings hold %s. Put the right one into telephony.key-file or telephony.secret-key first."
                            .formatted(
                                    manifest.key(),
                                    key.map(other -> "the key " + other).orElse("none")));
        }
    }

    // A failure of any kind must leave neither rows nor files.
    private long fill(ZipFile zip, Manifest manifest, SoundFiles sounds) throws IOException {
        var bytes = manifest.recordings().bytes();
        var done = false;
        try (var refill = Refill.of(database, manifest.schema())) {
            refuseOtherTables(refill, manifest);
            refill.begin(manifest.eventMonths());
            for (var table : manifest.tables()) {
                try (var in = Entries.open(zip, table.entry())) {
                    var rows = refill.fill(table.shape(), in);
                    if (rows != table.rows()) {
                        throw new BackupFault("The table %s has %d rows in the archive instead of %d."
                                .formatted(table.name(), rows, table.rows()));
                    }
                }
                bytes += zip.getEntry(table.entry()).getSize();
            }
            sounds.write();
            refill.commit(manifest.sequences());
            done = true;
        } finally {
            if (!done) {
                sounds.undo();
            }
        }
        return bytes;
    }

    private static void refuseOtherTables(Refill refill, Manifest manifest) {
        var ours = refill.tables().stream().collect(Collectors.toSet());
        for (var table : manifest.tables()) {
            if (!ours.contains(table.shape())) {
                throw new BackupFault("The table %s of the archive is another one here.".formatted(table.name()));
            }
        }
    }

    /// Everything in the archive against its hashes.
    private record Verification(ZipFile zip, Manifest manifest) {
        void run() throws IOException {
            for (var table : manifest.tables()) {
                check(table.entry(), table.sha256());
            }
            check(Manifest.Sounds.LIST, manifest.recordings().listSha256());
            try (var lines = lines(zip)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    var file = RecordingLine.read(line);
                    check(Manifest.Sounds.entry(file.path()), file.sha256());
                }
            }
        }

        private void check(String entry, String hash) throws IOException {
            String found;
            try (var in = Entries.open(zip, entry)) {
                found = Hashed.copy(in, OutputStream.nullOutputStream());
            } catch (ZipException e) {
                throw broken(entry, e);
            }
            if (!found.equals(hash)) {
                throw broken(entry, null);
            }
        }

        private static BackupFault broken(String entry, @Nullable Exception why) {
            var sentence = "The archive is broken: %s is not what it was. Nothing was changed.".formatted(entry);
            return why == null ? new BackupFault(sentence) : new BackupFault(sentence, why);
        }
    }

    static BufferedReader lines(ZipFile zip) throws IOException {
        return new BufferedReader(
                new InputStreamReader(Entries.open(zip, Manifest.Sounds.LIST), StandardCharsets.UTF_8));
    }
}
