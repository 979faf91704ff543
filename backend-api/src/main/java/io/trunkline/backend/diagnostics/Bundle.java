package io.trunkline.backend.diagnostics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files that are gathered, listed, looked through, and only then written.
public final class Bundle {
    private final List<Part> parts = new ArrayList<>();
    private final Mask mask;

    public Bundle(Mask mask) {
        this.mask = mask;
    }

    /// Adds what holds no words of people, such as counts.
    public void add(String name, String what, String text) {
        parts.add(new Part(name, what, mask.shapes(text)));
    }

    /// Adds lines of a log.
    public void log(String name, String what, String lines) {
        parts.add(new Part(name, what, mask.log(lines)));
    }

    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /// Writes all of it; refuses to write over a file.
    public void write(Path file) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
            for (var part : parts) {
                out.putNextEntry(new ZipEntry(part.name()));
                out.write(part.text().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
    }
}
