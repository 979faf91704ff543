package io.trunkline.desktop.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every key the sources name has a text in every language, and every text is named by the sources.
class MessagesTest {
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-zA-Z-]*(?:\\.[a-zA-Z0-9-]+){2,})\"");
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");

    private final Bundle english = Bundle.of(Locale.ENGLISH);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        for (var language : Text.LANGUAGES) {
            assertThat(Bundle.of(language).texts().keySet())
                    .as("keys of %s", language)
                    .containsExactlyInAnyOrderElementsOf(english.texts().keySet());
        }
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() {
        for (var language : Text.LANGUAGES) {
            var other = Bundle.of(language);
            english.texts()
                    .forEach((key, text) -> assertThat(holes(other.text(key)))
                            .as("placeholders of %s in %s", key, language)
                            .isEqualTo(holes(text)));
        }
    }

    @Test
    void noKeyIsMissing() throws IOException {
        var features = english.texts().keySet().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        var missing = keysInSources().stream()
                .filter(key -> features.contains(key.substring(0, key.indexOf('.'))))
                .filter(key -> !has(key))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).as("keys named in the sources without a text").isEmpty();
    }

    @Test
    void noTextIsUnused() throws IOException {
        var named = keysInSources();
        var unused = english.texts().keySet().stream()
                .filter(key -> !named.contains(key) && !named.contains(base(key)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).as("texts that no source names").isEmpty();
    }

    @Test
    void noTextIsEmptyOrExcited() {
        for (var language : Text.LANGUAGES) {
            assertThat(Bundle.of(language).texts())
                    .allSatisfy(
                            (key, text) -> assertThat(text).as(key).isNotBlank().doesNotContain("!"));
        }
    }

    private boolean has(String key) {
        return english.texts().containsKey(key)
                || (english.texts().containsKey(key + ".one") && english.texts().containsKey(key + ".other"));
    }

    /// `inbox.unread.count` for `inbox.unread.count.one`.
    private static String base(String key) {
        return key.replaceAll("\\.(one|other)$", "");
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keysInSources() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            var keys = new TreeSet<String>();
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(found -> keys.add(found.group(1)));
            }
            return keys;
        }
    }
}
