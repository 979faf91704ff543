package io.trunkline.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.kit.theme.ShadeChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        var all = new Preferences(
                ShadeChoice.DARK,
                Locale.of("es"),
                0.3,
                false,
                new SoundNames("Headset", "", "Desk speaker", "Headset"),
                "https://desk.example",
                "acme",
                "ana@acme.example",
                Optional.of(new WindowPlace(10, 20, 1500, 900, true)));
        file().write(all);
        assertThat(file().read()).isEqualTo(all);
    }

    @Test
    void theDefaultsHoldUntilSomebodyChooses() {
        assertThat(file().read()).isEqualTo(Preferences.defaults());
        assertThat(Preferences.defaults().shade()).isEqualTo(ShadeChoice.SYSTEM);
        assertThat(Preferences.defaults().volume()).isEqualTo(0.8);
        assertThat(Preferences.defaults().notices()).isTrue();
        assertThat(Preferences.defaults().backend()).isEmpty();
    }

    @Test
    void theKeysAreTheseAndNoOthers() throws IOException {
        file().write(Preferences.defaults().with(new WindowPlace(0, 0, 1280, 720, false)));
        assertThat(Files.readAllLines(folder.resolve("settings.properties")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .containsExactlyInAnyOrder(
                        "shade",
                        "language",
                        "volume",
                        "notices",
                        "sound.microphone",
                        "sound.speaker",
                        "sound.ringer",
                        "sound.tested",
                        "backend",
                        "tenant",
                        "email",
                        "window");
    }

    @Test
    void aValueThatMakesNoSenseIsTheDefaultAgainAndTheOthersStay() throws IOException {
        Files.writeString(folder.resolve("settings.properties"), "shade=PINK\nvolume=loud\nwindow=1,2\ntenant=acme\n");
        assertThat(file().read()).isEqualTo(Preferences.defaults().signedIn("", "acme", ""));
    }

    @Test
    void aWindowIsNeverTooSmallToUse() {
        assertThat(new WindowPlace(0, 0, 10, 10, false).width()).isEqualTo(WindowPlace.LEAST_WIDTH);
    }

    private PreferencesFile file() {
        return new PreferencesFile(folder.resolve("settings.properties"));
    }
}
