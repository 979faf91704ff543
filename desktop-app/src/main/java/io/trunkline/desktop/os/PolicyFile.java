package io.trunkline.desktop.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file of settings by IT. One that others than IT can write is no policy: it is not read, and the log says so.
final class PolicyFile {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyFile.class);
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    interface Trust {
        boolean in(Path file) throws IOException;
    }

    private final Path file;
    private final Trust trust;

    PolicyFile(Path file, Trust trust) {
        this.file = file;
        this.trust = trust;
    }

    /// Root's, and nobody else may write it, nor put another in its place.
    static PolicyFile ownedByRoot(Path file) {
        return new PolicyFile(file, PolicyFile::isRoots);
    }

    /// Where owners say little, as on Windows: whoever runs the program must not be able to write it. For a folder in
    /// which only administrators can make files.
    static PolicyFile closedToThisPerson(Path file) {
        return new PolicyFile(file, each -> !Files.isWritable(each));
    }

    Map<String, String> read() {
        if (!Files.exists(file)) {
            return Map.of();
        }
        var values = new HashMap<String, String>();
        try {
            if (!trust.in(file)) {
                LOG.warn("{} is not used: others than the administrator of this computer can write it", file);
                return Map.of();
            }
            var read = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                read.load(in);
            }
            read.stringPropertyNames().forEach(name -> values.put(name, read.getProperty(name)));
        } catch (NoSuchFileException _) {
            return Map.of();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read: {}", file, e.toString());
            return Map.of();
        }
        return values;
    }

    static boolean isRoots(Path file) throws IOException {
        return isRoot(file) && isRoot(folder(file));
    }

    private static Path folder(Path file) {
        return file.resolveSibling(".").normalize();
    }

    private static boolean isRoot(Path path) throws IOException {
        var of = Files.readAttributes(path, PosixFileAttributes.class);
        return of.owner().getName().equals("root") && of.permissions().stream().noneMatch(OTHERS_WRITE::contains);
    }
}
