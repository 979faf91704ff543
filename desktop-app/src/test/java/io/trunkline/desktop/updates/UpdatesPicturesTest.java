package io.trunkline.desktop.updates;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.backend.ThisProgram;
import io.trunkline.desktop.headless.Contrast;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.headless.Walk;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.work.ManualTicker;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.model.desktop.Release;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdatesPicturesTest {
    private static final String PACKAGE = "https://desk.insurance-and-reinsurance.example/trunkline-package";
    private static final Release RELEASE = new Release(
            "0.3.0",
            "0.2.0",
            "https://desk.insurance-and-reinsurance.example/trunkline",
            List.of(new Release.Download(ThisProgram.system(), PACKAGE, "0123abcd".repeat(8))));

    private final List<URI> browsed = new ArrayList<>();
    private final List<String> pressed = new ArrayList<>();

    @AfterEach
    void english() {
        Fx.run(() -> Text.speak(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en,1280,720", "DARK,es,853,480"})
    void aProgramThatIsTooOldIsToldWhichIsNeededAndWhereItIs(Shade shade, String language, int width, int height) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        var model = tooOld(() -> RELEASE);
        var stage = Fx.show(shade, width, height, () -> new TooOldView(model));
        Fx.picture(stage, "too-old-" + shade.name().toLowerCase(Locale.ROOT) + "-" + language);
        var root = stage.getScene().getRoot();
        var needed = Fx.on(() -> ((Labeled) root.lookup("#too-old-needed")).getText());
        var where = Fx.on(() -> ((Labeled) root.lookup("#too-old-where")).getText());
        Fx.run(() -> ((Button) root.lookup("#too-old-get")).fire());
        Fx.run(() -> ((Button) root.lookup("#too-old-again")).fire());
        isWhole(root);
        Fx.close(stage);

        assertThat(needed).contains("0.2.0").contains("0.1.9");
        assertThat(where).contains(PACKAGE, "0123abcd ".repeat(8).strip());
        assertThat(browsed).containsExactly(URI.create(PACKAGE));
        assertThat(pressed).containsExactly("again");
    }

    @Test
    void whereTheBackendCannotSayItThePageStandsWithout() {
        var model = tooOld(() -> {
            throw new BackendFailure.Unreachable("away");
        });
        var stage = Fx.show(Shade.LIGHT, 1280, 720, () -> new TooOldView(model));
        var root = stage.getScene().getRoot();
        var needed = Fx.on(() -> ((Labeled) root.lookup("#too-old-needed")).getText());
        var shown = Fx.on(() -> root.lookup("#too-old-get").isVisible());
        isWhole(root);
        Fx.close(stage);
        assertThat(needed).isEqualTo("Your contact centre needs a newer Trunkline. This is 0.1.9.");
        assertThat(shown).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,es"})
    void theSettingsTellTheVersionAndTheTopBarANewerOne(Shade shade, String language) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        var ticker = new ManualTicker(Instant.parse("2026-11-02T09:00:00Z"));
        var newer = model(ticker, "0.1.9", true);
        var newest = model(ticker, "0.3.0", true);
        var off = model(ticker, "0.3.0", false);
        var stage = Fx.show(
                shade,
                853,
                480,
                () -> new StackPane(new VBox(
                        16,
                        new UpdateNotice(newer),
                        new UpdatesPane(newer),
                        new UpdatesPane(newest),
                        new UpdatesPane(off))));
        Fx.run(() -> List.of(newer, newest, off).forEach(UpdatesViewModel::activate));
        Fx.picture(stage, "updates-" + shade.name().toLowerCase(Locale.ROOT) + "-" + language);
        var root = stage.getScene().getRoot();
        var words = Fx.on(() -> ((Labeled) root.lookup("#updates-words")).getText());
        Fx.run(() -> ((Button) root.lookup("#update-notice")).fire());
        isWhole(root);
        Fx.close(stage);
        assertThat(words).contains("0.3.0", "0123abcd ".repeat(8).strip());
        assertThat(browsed).containsExactly(URI.create(PACKAGE));
    }

    private void isWhole(Parent root) {
        assertThat(Fx.on(() -> Walk.unnamed(root))).isEmpty();
        assertThat(Fx.on(() -> Walk.clipped(root))).isEmpty();
        assertThat(Fx.on(() -> Contrast.faint(root))).isEmpty();
    }

    private TooOldViewModel tooOld(UpdatesGateway gateway) {
        return Fx.on(() ->
                new TooOldViewModel(gateway, new SameThreadWork(), "0.1.9", browsed::add, () -> pressed.add("again")));
    }

    private UpdatesViewModel model(ManualTicker ticker, String own, boolean tells) {
        return new UpdatesViewModel(
                () -> RELEASE, new SameThreadWork(), ticker, own, tells, browsed::add, new Random(1));
    }
}
