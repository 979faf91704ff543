package io.trunkline.installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The text of a release: the chapter of its version in the changelog, without the chapter's own heading.
///
/// Arguments: the changelog, the version or its tag (`v0.1.0`), the file to write. Run as a single source file by the
/// release workflow.
final class ReleaseText {
    private static final String CHAPTER = "## ";
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    private ReleaseText() {}

    public static void main(String[] arguments) throws IOException {
        try {
            var text = chapter(Files.readAllLines(Path.of(arguments[0])), arguments[1]);
            Files.writeString(Path.of(arguments[2]), text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /// Refuses a version that is not of three numbers, and one whose chapter is missing or empty.
    static String chapter(List<String> changelog, String tag) {
        var version = tag.replaceFirst("^v", "");
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "A release's tag is v and three numbers, such as v0.1.0; this one is " + tag + ".");
        }
        var text = new StringBuilder();
        boolean inside = false;
        for (var line : changelog) {
            if (line.startsWith(CHAPTER)) {
                inside = line.substring(CHAPTER.length()).split("\\s", 2)[0].equals(version);
            } else if (inside) {
                text.append(line).append('\n');
            }
        }
        if (text.toString().isBlank()) {
            throw new IllegalArgumentException("The changelog has no chapter of version " + version + ".");
        }
        return text.toString().strip() + "\n";
    }
}
