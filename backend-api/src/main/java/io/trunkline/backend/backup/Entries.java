package io.trunkline.backend.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipFile;

/// Parts of an archive by name.
final class Entries {
    private Entries() {}

    static InputStream open(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupFault("The archive is no backup of Trunkline, or not a whole one: it lacks " + name + ".");
        }
        return zip.getInputStream(entry);
    }
}
