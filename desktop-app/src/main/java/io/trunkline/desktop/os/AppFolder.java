package io.trunkline.desktop.os;

import com.gluonhq.attach.storage.StorageService;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder in which the program keeps its own files. Readable by its owner only; one that a newer program wrote is
/// refused with [NewerFolder].
public final class AppFolder {
    /// Said by a package that keeps everything beside itself, such as the portable one. No word of the command line,
    /// since those of a package hold only where a person gives none.
    static final String PACKAGED = "trunkline.home";

    private final Path path;

    private AppFolder(Path path) throws IOException {
        this.path = path;
        FolderFormat.check(path);
        Files.createDirectories(path);
        OwnerOnly.folder(path);
        FolderFormat.mark(path);
    }

    /// The folder of the signed-in person of this computer, unless the package has its own.
    public static AppFolder ofThisPerson() throws IOException {
        var packaged = System.getProperty(PACKAGED);
        if (packaged != null) {
            return new AppFolder(Path.of(packaged));
        }
        var parent = StorageService.create()
                .flatMap(StorageService::getPrivateStorage)
                .map(File::toPath)
                .orElseGet(() -> Path.of(System.getProperty("user.home")));
        return new AppFolder(parent.resolve("trunkline"));
    }

    /// A folder somewhere else: tests, and several agents on one computer.
    public static AppFolder at(Path path) throws IOException {
        return new AppFolder(path);
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /// What was kept; nothing where nothing was, or where it cannot be read.
    public Optional<String> read(String name) {
        try {
            var text = Files.exists(file(name)) ? Files.readString(file(name)).strip() : "";
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Keeps a text in a file that only its owner can read.
    public void keep(String name, String text) {
        try {
            OwnerOnly.write(file(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
