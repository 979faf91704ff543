package io.trunkline.desktop.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files and folders that nobody but their owner can read. Where a medium keeps no rights, such as a stick with FAT,
/// whoever holds it reads them: the log says so.
final class OwnerOnly {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);

    /// As Linux, Windows and macOS name FAT and exFAT.
    private static final Set<String> WITHOUT_RIGHTS = Set.of("vfat", "msdos", "fat", "fat32", "exfat", "fuseblk");

    private OwnerOnly() {}

    static void folder(Path folder) throws IOException {
        close(folder, "rwx------");
    }

    /// Writes beside and moves into place, so that the file is never open to others and never half written.
    static void write(Path file, byte[] content) throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside);
        close(beside, "rw-------");
        Files.write(beside, content);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void close(Path path, String posix) throws IOException {
        try {
            restrict(path, posix);
        } catch (IOException e) {
            var medium = Files.getFileStore(path).type();
            if (!keepsNoRights(medium)) {
                throw e;
            }
            LOG.warn("{} can be read by whoever holds the medium, which keeps no rights ({})", path, medium);
        }
    }

    static boolean keepsNoRights(String medium) {
        return WITHOUT_RIGHTS.contains(medium.toLowerCase(Locale.ROOT));
    }

    private static void restrict(Path path, String posix) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(posix));
            return;
        }
        var view = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(view.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }
}
