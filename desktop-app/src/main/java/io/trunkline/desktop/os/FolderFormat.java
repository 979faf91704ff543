package io.trunkline.desktop.os;

import io.trunkline.desktop.backend.ThisProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Which format the files of a folder have, so that an older program does not spoil what a newer one wrote. The number
/// grows when an older program could no longer read, or would destroy, what is there; additions leave it as it is.
final class FolderFormat {
    static final int NOW = 1;

    private static final String FILE = "format";

    /// The number, then the program that wrote it.
    private static final Pattern LINE = Pattern.compile("(\\d{1,6})\\s*(\\S*)\\s*", Pattern.DOTALL);

    private FolderFormat() {}

    /// Refuses a folder of a newer program, and touches nothing. A folder without a number is of the first programs.
    static void check(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return;
        }
        var line = LINE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (line.matches() && Integer.parseInt(line.group(1)) > NOW) {
            throw new NewerFolder(line.group(2).isEmpty() ? "?" : line.group(2));
        }
    }

    static void mark(Path folder) throws IOException {
        var line = NOW + " " + ThisProgram.version() + "\n";
        var file = folder.resolve(FILE);
        if (!Files.exists(file)
                || !Files.readString(file, StandardCharsets.ISO_8859_1).equals(line)) {
            OwnerOnly.write(file, line.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
