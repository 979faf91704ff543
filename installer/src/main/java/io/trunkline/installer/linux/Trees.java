package io.trunkline.installer.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Folders of files on their way into a package.
final class Trees {
    private Trees() {}

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /// A jar with some of its entries only.
    static void copyJar(Path from, Path to, Predicate<String> wanted) throws IOException {
        Files.createDirectories(to.getParent());
        try (var jar = new ZipFile(from.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (var entry :
                    jar.stream().filter(each -> wanted.test(each.getName())).toList()) {
                var kept = new ZipEntry(entry.getName());
                kept.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(kept);
                jar.getInputStream(entry).transferTo(out);
            }
        }
    }

    /// All of a folder, with links as links and hard links to files where the disk allows: packages are large.
    static void copyAll(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(there);
                } else if (Files.isSymbolicLink(file)) {
                    Files.createSymbolicLink(there, Files.readSymbolicLink(file));
                } else {
                    Files.createLink(there, file);
                }
            }
        }
    }

    /// A text with its `@NAMES@` filled in.
    static void fill(Path from, Path to, Map<String, String> values) throws IOException {
        var text = Files.readString(from);
        for (var value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        if (text.matches("(?s).*@[A-Z]+@.*")) {
            throw new PackagingFault(from + " asks for a name that nobody fills in");
        }
        Files.createDirectories(to.getParent());
        Files.writeString(to, text);
    }

    static void mode(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    static void link(Path link, String target) throws IOException {
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }

    /// Gives every file one time, in whole seconds: packages keep no less, and an AOT cache knows its jars by theirs.
    static void stamp(Path folder, Instant time) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(each -> !Files.isSymbolicLink(each)).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var size = 0L;
            for (var file : files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                size += Files.size(file);
            }
            return size;
        }
    }
}
