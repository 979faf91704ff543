package io.trunkline.backend.backup;

import io.trunkline.backend.recordings.StoredFilesStore.StoredFile;

/// A recording as a line of `recordings.tsv`.
final class RecordingLine {
    private RecordingLine() {}

    static String write(StoredFile file) {
        return "%s\t%d\t%s\n".formatted(file.path(), file.bytes(), file.sha256());
    }

    static StoredFile read(String line) {
        var parts = line.split("\t", -1);
        if (parts.length != 3) {
            throw new BackupFault("The list of recordings cannot be read at: " + line);
        }
        return new StoredFile(parts[0], Long.parseLong(parts[1]), parts[2]);
    }
}
