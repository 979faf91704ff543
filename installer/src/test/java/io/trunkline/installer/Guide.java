package io.trunkline.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A page of the checkout for people to read, in Markdown, and what stands in it.
record Guide(Path file, String text) {
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern OUTSIDE = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| *(.*?) *\\|.*\\|$");

    /// Every guide: of the programs, of the installers, and of whoever works on them.
    static List<Guide> all() {
        return Stream.of(".", ".github", "installer/linux", "installer/docs", "backend-api/docs", "desktop-app/docs")
                .flatMap(folder -> pages(Checkout.file(folder)))
                .map(Guide::of)
                .toList();
    }

    static Guide of(Path file) {
        try {
            return new Guide(file.normalize(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> pages(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Links and pictures that lead to files of the checkout, as they are written.
    List<String> links() {
        return LINK.matcher(CODE.matcher(prose()).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !OUTSIDE.matcher(link).matches())
                .toList();
    }

    /// What stands between backticks, without blocks.
    List<String> code() {
        return CODE.matcher(prose()).results().map(code -> code.group(1)).toList();
    }

    /// The blocks that say they are of this language.
    List<String> blocks(String language) {
        return FENCED.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /// What a link behind `#` may name, as those who show Markdown make it of headings.
    Set<String> anchors() {
        return HEADING.matcher(prose())
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /// The first column of every table whose first heading is this.
    List<String> column(String heading) {
        var cells = new ArrayList<String>();
        var within = false;
        for (var line : prose().lines().toList()) {
            var row = ROW.matcher(line);
            if (!row.matches()) {
                within = false;
            } else if (row.group(1).equals(heading)) {
                within = true;
            } else if (within && !row.group(1).matches("-+")) {
                cells.add(row.group(1));
            }
        }
        return cells;
    }

    private String prose() {
        return FENCED.matcher(text).replaceAll("");
    }
}
