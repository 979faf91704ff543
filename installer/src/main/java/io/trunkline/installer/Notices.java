package io.trunkline.installer;

import io.trunkline.model.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// Writes what goes beside each program: `THIRD-PARTY.txt` with every library, its version and its licence, and
/// `sbom.json`, when the build
/// made a CycloneDX list (`-Psbom`).
///
/// Arguments: the checkout. Ends with 1 and a sentence when a licence is not known.
final class Notices {
    private static final String TEXTS = "(?i)(?:.*/)?(?:[\\w-]+-)?(?:license|licence|notice|copying)(?:\\.(?:txt|md))?";

    private final Licences licences;
    private final String version;

    Notices(Licences licences, String version) {
        this.licences = licences;
        this.version = version;
    }

    public static void main(String[] arguments) throws IOException {
        var checkout = Path.of(arguments[0]);
        var notices =
                new Notices(Licences.read(checkout.resolve("installer/notices/licences.txt")), voiceSdk(checkout));
        try {
            notices.write("desktop", checkout.resolve("desktop-app"), checkout);
            notices.write("backend", checkout.resolve("backend-api"), checkout);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void write(String program, Path module, Path checkout) throws IOException {
        var libraries = libraries(module);
        var folder = Files.createDirectories(
                checkout.resolve("installer/target/notices").resolve(program));
        Files.writeString(folder.resolve("THIRD-PARTY.txt"), text(program, libraries), StandardCharsets.UTF_8);
        var made = module.resolve("target/sbom.json");
        if (Files.exists(made)) {
            var bom =
                    new Sbom(licences, version).of(Json.mapper().readTree(Files.readString(made)), program, libraries);
            Files.writeString(folder.resolve("sbom.json"), bom.toPrettyString() + "\n", StandardCharsets.UTF_8);
        }
    }

    /// Every jar of a program, its own first. Natives beside them are those of JavaFX.
    static List<Library> libraries(Path module) throws IOException {
        var lib = module.resolve("target/lib");
        if (!Files.isDirectory(lib)) {
            throw new IllegalStateException(lib + " is missing: build the programs first, by ./mvnw verify.");
        }
        List<Library> all = new ArrayList<>();
        all.add(Library.of(module.resolve("target/" + module.getFileName() + ".jar")));
        try (Stream<Path> jars = Files.list(lib)) {
            jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .sorted()
                    .map(Library::of)
                    .forEach(all::add);
        }
        return all;
    }

    /// The text, and a refusal that names each library whose licence is not known.
    String text(String program, List<Library> libraries) throws IOException {
        var text = new StringBuilder("Third-party software in the Trunkline " + program + "\n\n");
        List<String> unknown = new ArrayList<>();
        for (var library : libraries) {
            if (!library.own()) {
                licences.of(library)
                        .ifPresentOrElse(rule -> entry(text, library, rule), () -> unknown.add(library.file()));
            }
            for (var part : licences.inside(library)) {
                entry(text, part.what() + voice(library), "in " + library.file(), part.licence(), part.home());
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("Licences are not known: " + String.join(", ", unknown)
                    + ". Look them up and add them to installer/notices/licences.txt.");
        }
        runtime(text);
        texts(text, libraries);
        return text.toString();
    }

    private void entry(StringBuilder text, Library library, Licences.Rule rule) {
        entry(text, library.name() + " " + library.version(), library.file(), rule.licence(), rule.home());
    }

    private void entry(StringBuilder text, String what, String where, String licence, String home) {
        text.append(what).append("\n  ").append(where).append("\n  ");
        text.append(licences.told(licence)).append("\n  ").append(home).append("\n\n");
    }

    /// The only part of ours that has somebody else's program in it.
    private String voice(Library library) {
        return library.name().equals("desktop-app") ? " " + version : "";
    }

    private void runtime(StringBuilder text) {
        entry(
                text,
                "OpenJDK " + Runtime.version(),
                "the Java runtime beside the program, made by " + System.getProperty("java.vendor")
                        + "; the texts of its own parts are in its folder legal",
                "GPL-2.0-only WITH Classpath-exception-2.0",
                "https://openjdk.org");
    }

    /// Licence and notice texts that libraries carry, each once.
    private static void texts(StringBuilder text, List<Library> libraries) throws IOException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (var library : libraries) {
            if (Files.exists(library.jar())) {
                collect(library, found);
            }
        }
        text.append("Licence and notice texts that these libraries carry\n");
        found.forEach((content, where) -> text.append("\n")
                .append("-".repeat(80))
                .append("\n")
                .append(String.join("\n", where))
                .append("\n")
                .append("-".repeat(80))
                .append("\n\n")
                .append(content)
                .append("\n"));
    }

    private static void collect(Library library, Map<String, List<String>> found) throws IOException {
        try (var zip = new ZipFile(library.jar().toFile())) {
            for (var entry :
                    zip.stream().filter(e -> e.getName().matches(TEXTS)).toList()) {
                try (var content = zip.getInputStream(entry)) {
                    var words = new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
                    found.computeIfAbsent(words, _ -> new ArrayList<>()).add(library.file() + ": " + entry.getName());
                }
            }
        }
    }

    private static String voiceSdk(Path checkout) throws IOException {
        var recipe = Files.readString(checkout.resolve("desktop-app/src/main/npm/package.json"));
        return Json.mapper()
                .readTree(recipe)
                .path("dependencies")
                .path("@twilio/voice-sdk")
                .asText();
    }
}
