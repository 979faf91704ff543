package io.trunkline.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.platform.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final Path PAGE = Path.of("docs", "settings.md");

    @TempDir
    Path folder;

    @Test
    void noWordMeansToServe() {
        assertThat(Told.by(Map.of()).code()).isEqualTo(Commands.SERVE);
    }

    @Test
    void theVersionIsSaid() {
        var told = Told.by(Map.of(), "--version");

        assertThat(told.code()).isZero();
        assertThat(told.out()).startsWith("trunkline-backend ").hasLineCount(1);
    }

    @Test
    void helpNamesEveryCommand() {
        var told = Told.by(Map.of(), "--help");

        assertThat(told.code()).isZero();
        assertThat(told.out()).contains("--check-config", "--version", "settings");
    }

    @Test
    void connectingTwilioTakesNoSecretAsAWord() {
        var told = Told.by(Map.of(), "connect-twilio", "--help");

        assertThat(told.code()).isZero();
        assertThat(told.out()).contains("--credentials", "--dry-run", "--undo");
        assertThat(told.out()).doesNotContain("--token", "--secret", "--password", "--key", "--account");
    }

    @Test
    void wordsThatContradictEachOtherEndWithTwo() {
        assertThat(Told.by(Map.of(), "connect-twilio", "--all", "--number", "+12025550100")
                        .code())
                .isEqualTo(2);
        assertThat(Told.by(Map.of(), "connect-twilio", "--flow", "Main", "--queue", "Support")
                        .err())
                .contains("not both");
        assertThat(Told.by(Map.of(), "connect-twilio", "--undo", "--queue", "Support")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aWordThatNobodyKnowsEndsWithTwo() {
        var told = Told.by(Map.of(), "--chek-config");

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains("--chek-config");
    }

    @Test
    void theCheckNamesEveryWrongAndEveryUnknownSettingNotOnlyTheFirst() throws IOException {
        var told = Told.by(
                Map.of(
                        "http.port", "many",
                        "http.prot", "1",
                        "routing.tick", "1h",
                        "database.url", "mysql://x",
                        "http.trusted-proxies", "everybody",
                        "bootstrap.time-zone", "Mars/Olympus",
                        "bootstrap.password-file", folder.resolve("absent").toString(),
                        "recordings.directory", Files.createFile(folder.resolve("file")) + "/below"),
                "--check-config");

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.out())
                .contains("Setting http.port (environment TRUNKLINE_HTTP_PORT) is 'many'; allowed is a whole number")
                .contains("Nobody knows the setting http.prot")
                .contains("Setting routing.tick")
                .contains("Setting database.url")
                .contains("Setting http.trusted-proxies")
                .contains("Setting bootstrap.time-zone")
                .contains("bootstrap.password-file names")
                .contains("file/below, which this user cannot make")
                .endsWith("8 settings are wrong.\n");
    }

    @Test
    void theReferenceSaysWhatEachSettingIsFor() {
        var keys = Reference.settings().stream().map(Setting::key).collect(Collectors.toSet());

        assertThat(Reference.words().keySet())
                .as("src/main/resources/settings.properties has a sentence for each key and for nothing else")
                .isEqualTo(keys);
        assertThat(Reference.words().values())
                .allSatisfy(words -> assertThat(words).isNotBlank().doesNotContain("|"));
    }

    @Test
    void thePageOfSettingsIsWhatTheProgramSays() throws IOException {
        var told = Told.by(Map.of(), "settings");

        if (Boolean.getBoolean("settings.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, told.out());
        }
        assertThat(PAGE)
                .as("docs/settings.md is stale: run the test once with -Dsettings.write=true")
                .hasContent(told.out());
    }
}
