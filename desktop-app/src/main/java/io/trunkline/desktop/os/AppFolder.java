package io.trunkline.desktop.os;

import com.gluonhq.attach.storage.StorageService;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder in which the program keeps its own files. Readable by its owner only.
public final class AppFolder {
    private final Path path;

    private AppFolder(Path path) throws IOException {
        this.path = path;
        Files.createDirectories(path);
        OwnerOnly.folder(path);
    }

    /// The folder of the signed-in person of this computer.
    public static AppFolder ofThisPerson() throws IOException {
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
}
