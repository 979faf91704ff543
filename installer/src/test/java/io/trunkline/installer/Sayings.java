package io.trunkline.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the programs and their packages can say: the desktop's texts, and whatever stands between quotes in sources.
final class Sayings {
    private static final String TEXTS =
            "desktop-app/src/main/resources/io/trunkline/desktop/kit/text/messages_en.properties";
    private static final List<String> SOURCES =
            List.of("backend-api/src/main/java", "desktop-app/src/main/java", "installer/linux", "installer/windows");
    /// Two literals with at most a variable between them.
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*(?:[\\w.]+\\s*\\+\\s*)?\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    private final List<String> all;

    private Sayings(List<String> all) {
        this.all = all;
    }

    static Sayings ofThePrograms() {
        return new Sayings(Stream.concat(texts(), SOURCES.stream().flatMap(Sayings::literals))
                .toList());
    }

    /// Whether one of them is the sentence, with anything where it has `…`.
    boolean have(String sentence) {
        var parts = Stream.of(sentence.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        var said = Pattern.compile(parts);
        return all.stream().anyMatch(each -> said.matcher(each).find());
    }

    private static Stream<String> texts() {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(Checkout.file(TEXTS))) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream().map(texts::getProperty);
    }

    private static Stream<String> literals(String folder) {
        try (var files = Files.walk(Checkout.file(folder))) {
            return files.filter(Files::isRegularFile).toList().stream().flatMap(Sayings::literals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> literals(Path file) {
        try {
            var source = JOINED.matcher(Files.readString(file)).replaceAll("");
            return LITERAL.matcher(source).results().map(found -> found.group(1).replace("\\\"", "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
