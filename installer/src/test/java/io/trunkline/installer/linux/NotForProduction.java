package io.trunkline.installer.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// What of the simulator, the launcher, the demo and the tests is in the folder of an unpacked package.
final class NotForProduction {
    /// Jars that only tests, demo and build have.
    private static final Pattern JARS = Pattern.compile(
            "(simulator|launcher|installer|.*-tests|junit.*|assertj.*|archunit.*|testfx.*|HdrHistogram.*|error_prone_core.*)[-.\\d]*.*\\.jar");
    /// The desktop's own sound test is none of ours.
    private static final Pattern ENTRIES = Pattern.compile(
            "io/trunkline/(simulator|launcher|installer)/.*|io/trunkline/.*/bench/.*|io/trunkline/.*((?<!/Sound)Test|IT|Fake\\w*)\\.class");
    /// The demo's people and company.
    private static final List<String> WORDS = List.of("demo.example", "Harbour Energy");

    private NotForProduction() {}

    static List<String> in(Path folder) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".jar")).toList()) {
                var name = String.valueOf(file.getFileName());
                if (JARS.matcher(name).matches()) {
                    found.add(name);
                }
                inside(file, name, found);
            }
        }
        return found;
    }

    private static void inside(Path file, String name, List<String> found) throws IOException {
        var own = List.of("desktop-app", "backend-api", "shared-model").stream().anyMatch(name::startsWith);
        try (var jar = new ZipFile(file.toFile())) {
            for (var entry : jar.stream().filter(each -> !each.isDirectory()).toList()) {
                if (ENTRIES.matcher(entry.getName()).matches()) {
                    found.add(name + "!" + entry.getName());
                }
                if (own) {
                    var text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                    WORDS.stream()
                            .filter(text::contains)
                            .forEach(word -> found.add("“%s” in %s!%s".formatted(word, name, entry.getName())));
                }
            }
        }
    }
}
