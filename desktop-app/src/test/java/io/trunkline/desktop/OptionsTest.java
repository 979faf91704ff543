package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.desktop.shell.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
    @Test
    void nothingIsGivenUnlessItIsSaid() {
        var none = Options.parse(List.of());
        assertThat(none.backend()).isEmpty();
        assertThat(none.view()).isEmpty();
        assertThat(none.headless()).isFalse();
        assertThat(none.kiosk()).isFalse();
    }

    @Test
    void readsWhatTheDemoGives(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("password"), "secret\n");
        var options = Options.parse(List.of(
                "--backend",
                "http://127.0.0.1:1",
                "--tenant",
                "demo",
                "--email",
                "ana@demo.example",
                "--password-file",
                file.toString(),
                "--view",
                "supervisor",
                "--tour",
                "pictures",
                "--headless"));
        assertThat(options.password()).contains("secret");
        assertThat(options.view()).contains(Place.WALLBOARD);
        assertThat(options.tour()).contains(Path.of("pictures"));
        assertThat(options.headless()).isTrue();
    }

    @Test
    void aWallIsAskedForByAWordAlone() {
        assertThat(Options.parse(List.of("--kiosk")).kiosk()).isTrue();
        assertThat(Options.USAGE).contains("--kiosk").contains("Ctrl+Alt+Q");
    }

    @Test
    void refusesWhatItDoesNotKnowWithASentence() {
        assertThatThrownBy(() -> Options.parse(List.of("--backnd", "x"))).hasMessage("There is no option --backnd.");
        assertThatThrownBy(() -> Options.parse(List.of("--backend"))).hasMessage("--backend needs a value.");
        assertThatThrownBy(() -> Options.parse(List.of("--view", "boss"))).hasMessage("--view is agent or supervisor.");
    }
}
