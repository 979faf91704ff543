package io.trunkline.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// The guides against what they speak of: files, settings, and sentences that the programs say.
class GuidesTest {
    private static final Path TROUBLESHOOTING = Checkout.file("installer/docs/troubleshooting.md");
    private static final Path INDEX = Checkout.file("installer/docs/README.md");

    private static final Pattern SENTENCE = Pattern.compile("\\*([^*]+)\\*");

    /// A key as settings have it; names of files, hosts and events look alike and begin or end otherwise.
    private static final Pattern KEY = Pattern.compile("[a-z]+(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)+");

    private static final Pattern FILE = Pattern.compile(".*\\.(?:properties|log|yaml|env|key|md|png|zip|plist)");

    @Test
    void everyLinkAndPictureLeadsSomewhere() {
        var broken = new ArrayList<String>();
        for (var guide : Guide.all()) {
            guide.links().stream()
                    .filter(link -> !leads(guide, link))
                    .map(link -> Checkout.file(".").normalize().relativize(guide.file()) + ": " + link)
                    .forEach(broken::add);
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() {
        var guide = new Guide(INDEX, "# Here\n[a](agent.md) ![b](nowhere.png) [c](#here) [d](agent.md#nowhere)");

        assertThat(guide.links())
                .filteredOn(Predicate.not(link -> leads(guide, link)))
                .containsExactly("nowhere.png", "agent.md#nowhere");
    }

    @Test
    void theIndexNamesEveryGuide() {
        var named =
                Guide.of(INDEX).links().stream().map(link -> file(INDEX, link)).collect(Collectors.toSet());

        assertThat(Guide.all())
                .extracting(Guide::file)
                .filteredOn(file -> file.getParent().endsWith("docs"))
                .filteredOn(file -> !file.equals(INDEX))
                .hasSizeGreaterThan(8)
                .allSatisfy(file -> assertThat(named).contains(file));
    }

    @Test
    void everySettingThatIsNamedIsThere() {
        var settings = settings();
        var groups = settings.stream().map(GuidesTest::group).collect(Collectors.toSet());
        var wrong = new TreeSet<String>();
        var named = 0;
        for (var guide : Guide.all()) {
            for (var word : keys(guide, groups)) {
                named++;
                // a secret has a file beside it
                if (!settings.contains(word) && !settings.contains(word.replaceFirst("-file$", ""))) {
                    wrong.add(guide.file().getFileName() + ": " + word);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(named).isGreaterThan(100);
    }

    @Test
    void everySentenceOfASymptomIsOneThatSomebodySays() {
        var sayings = Sayings.ofThePrograms();

        assertThat(sentences(Guide.of(TROUBLESHOOTING)))
                .hasSizeGreaterThan(60)
                .filteredOn(Predicate.not(sayings::have))
                .isEmpty();
    }

    @Test
    void aSentenceThatNobodySaysIsFound() {
        var guide = new Guide(TROUBLESHOOTING, """
                | Symptom | Cause | What to do |
                |---|---|---|
                | *… does not answer.*, *Nobody has ever said … this.* | *not looked at* | |
                """);

        assertThat(sentences(guide))
                .containsExactly("… does not answer.", "Nobody has ever said … this.")
                .filteredOn(Predicate.not(Sayings.ofThePrograms()::have))
                .containsExactly("Nobody has ever said … this.");
    }

    @Test
    void thereIsARowForEachSymptomAndNoneTwice() {
        assertThat(Guide.of(TROUBLESHOOTING).column("Symptom"))
                .hasSizeGreaterThan(30)
                .doesNotHaveDuplicates()
                .allSatisfy(symptom -> assertThat(symptom).isNotBlank());
    }

    @Test
    void theFirstDayHasADesktopAndAnOwnPasswordBeforeTheCarrier() {
        assertThat(Guide.of(Checkout.file("README.md")).text())
                .containsSubsequence(
                        "trunkline-backend init\n",
                        "apt install ./trunkline-desktop_",
                        "choose your own password",
                        "connect-twilio");
        assertThat(Guide.of(Checkout.file("installer/docs/administrator.md")).text())
                .containsSubsequence("trunkline-backend init", "choose your own password", "connect-twilio");
    }

    private static List<String> sentences(Guide guide) {
        return guide.column("Symptom").stream()
                .flatMap(cell -> SENTENCE.matcher(cell).results())
                .map(sentence -> sentence.group(1))
                .toList();
    }

    private static boolean leads(Guide from, String link) {
        var cut = link.indexOf('#');
        var file = file(from.file(), link);
        if (cut < 0 || !Files.exists(file)) {
            return Files.exists(file);
        }
        var there = file.equals(from.file()) ? from : Guide.of(file);
        return there.anchors().contains(link.substring(cut + 1));
    }

    private static Path file(Path from, String link) {
        var name = link.replaceFirst("#.*", "");
        return name.isEmpty() ? from : from.resolveSibling(name).normalize();
    }

    /// Keys between backticks, and those that blocks of settings have.
    private static List<String> keys(Guide guide, Set<String> groups) {
        var keys = new ArrayList<String>();
        guide.code().stream()
                .filter(word ->
                        KEY.matcher(word).matches() && !FILE.matcher(word).matches())
                .forEach(keys::add);
        guide.blocks("yaml").forEach(block -> flatten(keys, "", new Yaml().load(block)));
        keys.removeIf(key -> !groups.contains(group(key)));
        return keys;
    }

    private static void flatten(List<String> keys, String above, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, below) -> flatten(keys, above.isEmpty() ? "" + key : above + "." + key, below));
        } else {
            keys.add(above);
        }
    }

    private static String group(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<String> settings() {
        var settings = new Properties();
        try (var in = Files.newBufferedReader(Checkout.file("backend-api/src/main/resources/settings.properties"))) {
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.stringPropertyNames();
    }
}
