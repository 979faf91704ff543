package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.login.LoginViewModel.Known;
import io.trunkline.desktop.os.ManagedSettings;
import io.trunkline.desktop.settings.Preferences;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GivenTest {
    private static final ManagedSettings MANAGED = new ManagedSettings(
            Optional.of(URI.create("https://centre.example.com")),
            Optional.of("acme"),
            Optional.of(true),
            Optional.of(false),
            Optional.empty(),
            List.of());
    private static final Preferences KEPT =
            Preferences.defaults().signedIn("https://kept.example.com", "kept", "kept@mail.example");
    private static final List<String> WORDS = List.of(
            "--backend", "https://typed.example.com", "--tenant", "typed", "--email", "ana@mail.example", "--kiosk");

    @Test
    void whatItHasSetWinsOverTheCommandLineAndWhatWasChosenAndKept() {
        var given = new Given(Options.parse(WORDS), MANAGED);
        assertThat(given.known(KEPT, Optional.of(URI.create("https://chosen.example.com"))))
                .isEqualTo(new Known("https://centre.example.com", "acme", "ana@mail.example"));
        assertThat(given.fixed().backend()).isTrue();
        assertThat(given.fixed().tenant()).isTrue();
        assertThat(given.tellsUpdates()).isFalse();
    }

    @Test
    void whatWasChosenInThisRunWinsOverTheCommandLineAndThatOverWhatWasKept() {
        var given = new Given(Options.parse(WORDS), ManagedSettings.NONE);
        assertThat(given.known(KEPT, Optional.of(URI.create("https://chosen.example.com")))
                        .backend())
                .isEqualTo("https://chosen.example.com");
        assertThat(given.known(KEPT, Optional.empty()).backend()).isEqualTo("https://typed.example.com");
        assertThat(new Given(Options.parse(List.of()), ManagedSettings.NONE).known(KEPT, Optional.empty()))
                .isEqualTo(new Known("https://kept.example.com", "kept", "kept@mail.example"));
    }

    @Test
    void theWallIsWhatItSaysWhateverIsTyped() {
        var no = new ManagedSettings(
                Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty(), Optional.empty(), List.of());
        assertThat(new Given(Options.parse(List.of("--kiosk")), no).kiosk()).isFalse();
        assertThat(new Given(Options.parse(List.of()), MANAGED).kiosk()).isTrue();
        assertThat(new Given(Options.parse(List.of("--kiosk")), ManagedSettings.NONE).kiosk())
                .isTrue();
        assertThat(new Given(Options.parse(List.of()), ManagedSettings.NONE).kiosk())
                .isFalse();
    }

    @Test
    void theLastSessionGoesOnUnlessSomebodyIsNamedOrNoBackendIsKnown() throws IOException {
        var none = new Given(Options.parse(List.of()), ManagedSettings.NONE);
        assertThat(none.resumes(KEPT)).contains("https://kept.example.com");
        assertThat(none.resumes(Preferences.defaults())).isEmpty();
        assertThat(new Given(Options.parse(WORDS), ManagedSettings.NONE).resumes(KEPT))
                .isEmpty();
        assertThat(new Given(Options.parse(List.of()), MANAGED).resumes(KEPT)).contains("https://centre.example.com");
    }
}
