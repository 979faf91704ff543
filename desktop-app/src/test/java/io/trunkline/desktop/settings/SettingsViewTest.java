package io.trunkline.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Contrast;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.headless.Walk;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.theme.ShadeChoice;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.os.ManagedSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsViewTest {
    private static final ManagedSettings MANAGED = new ManagedSettings(
            Optional.of(URI.create("https://desk.insurance-and-reinsurance.example")),
            Optional.of("Acme Insurance and Reinsurance"),
            Optional.empty(),
            Optional.of(false),
            Optional.empty(),
            List.of());
    private static final About ABOUT = new About(
            "Maximiliane Wolfeschlegelsteinhausenberger-Bergerdorff",
            "maximiliane.wolfeschlegelsteinhausenberger@insurance-and-reinsurance.example",
            "Acme Insurance and Reinsurance",
            "https://desk.insurance-and-reinsurance.example",
            "0.1.0",
            MANAGED);

    @TempDir
    Path folder;

    @AfterEach
    void english() {
        Fx.run(() -> Text.speak(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,es"})
    void isNamedAndWhole(Shade shade, String language) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        var model = model(folder.resolve("settings.properties"));
        var stage = Fx.show(
                shade, 1224, 664, () -> new StackPane(new SettingsView(model, ABOUT, _ -> {}, () -> {}, List.of())));
        Fx.run(() -> model.volume(0));
        Fx.picture(stage, "settings-" + shade.name().toLowerCase(Locale.ROOT) + "-" + language);
        var content = Fx.on(() -> (Parent) ((ScrollPane)
                        stage.getScene().getRoot().getChildrenUnmodifiable().getFirst())
                .getContent());
        var unnamed = Fx.on(() -> Walk.unnamed(content));
        var clipped = Fx.on(() -> Walk.clipped(content));
        var faint = Fx.on(() -> Contrast.faint(stage.getScene().getRoot()));
        Fx.close(stage);

        assertThat(faint).isEmpty();
        assertThat(unnamed).isEmpty();
        assertThat(clipped).isEmpty();
    }

    @Test
    void aChangeTakesEffectAtOnceAndIsKept() {
        var file = folder.resolve("settings.properties");
        var model = model(file);
        model.wear(ShadeChoice.DARK);
        model.speak(Locale.of("es"));
        assertThat(model.now().get().shade()).isEqualTo(ShadeChoice.DARK);
        assertThat(new PreferencesFile(file).read()).isEqualTo(model.now().get());
        assertThat(model.notKept().get()).isFalse();
    }

    @Test
    void whatCannotBeKeptIsSaid() {
        var model = model(folder.resolve("no").resolve("such").resolve("folder"));
        model.wear(ShadeChoice.DARK);
        assertThat(model.now().get().shade()).isEqualTo(ShadeChoice.DARK);
        assertThat(model.notKept().get()).isTrue();
    }

    private static SettingsViewModel model(Path file) {
        return new SettingsViewModel(Preferences.defaults(), new PreferencesFile(file), new SameThreadWork());
    }
}
