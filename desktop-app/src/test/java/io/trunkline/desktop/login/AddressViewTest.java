package io.trunkline.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.backend.Obstacle;
import io.trunkline.desktop.headless.Contrast;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.headless.Walk;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.login.AddressGateway.Found;
import java.util.ArrayList;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressViewTest {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    @AfterEach
    void english() {
        Fx.run(() -> Text.speak(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en,1280,720", "DARK,es,853,480"})
    void isNamedAndWholeWithWhatItWarnsOf(Shade shade, String language, int width, int height) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        var chosen = new ArrayList<Object>();
        var model = Fx.on(() -> new AddressViewModel(Found.Centre::new, new SameThreadWork(), "", chosen::add));
        var stage = Fx.show(shade, width, height, () -> new AddressView(model));
        var suffix = shade.name().toLowerCase(Locale.ROOT) + "-" + language;
        Fx.picture(stage, "where-" + suffix);
        var root = stage.getScene().getRoot();
        var focused = Fx.on(() -> stage.getScene().getFocusOwner().getId());
        Fx.run(() -> model.address().set("http://desk.insurance-and-reinsurance.example"));
        Fx.run(() -> ((Button) root.lookup("#where-look")).fire());
        Fx.picture(stage, "where-warned-" + suffix);
        var warns = Fx.on(
                () -> root.lookup(".problem-banner").getPseudoClassStates().contains(WARNING));
        var verb = Fx.on(() -> ((Button) root.lookup("#where-look")).getText());
        var unnamed = Fx.on(() -> Walk.unnamed(root));
        var clipped = Fx.on(() -> Walk.clipped(root));
        var faint = Fx.on(() -> Contrast.faint(root));
        Fx.run(() -> ((Button) root.lookup("#where-look")).fire());
        Fx.run(() -> model.address().set("not an address"));
        Fx.run(() -> ((Button) root.lookup("#where-look")).fire());
        Fx.picture(stage, "where-wrong-" + suffix);
        var fails = Fx.on(
                () -> !root.lookup(".problem-banner").getPseudoClassStates().contains(WARNING));
        Fx.close(stage);

        assertThat(warns).as("a warning is amber").isTrue();
        assertThat(fails).as("a failure is not").isTrue();
        assertThat(focused).isEqualTo("where-address");
        assertThat(verb).isEqualTo(language.equals("en") ? "Use it without encryption" : "Usarla sin cifrado");
        assertThat(chosen).hasSize(1);
        assertThat(unnamed).isEmpty();
        assertThat(clipped).isEmpty();
        assertThat(faint).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en,1280,720", "DARK,es,853,480"})
    void namesTheAuthorityThatIsMissingAndWhatItCanDo(Shade shade, String language, int width, int height) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        var unknown = new Found.Obstructed(
                new Obstacle.UnknownAuthority("Insurance and Reinsurance Enterprise Root CA 2026"));
        var model = Fx.on(() -> new AddressViewModel(
                _ -> unknown, new SameThreadWork(), "desk.insurance-and-reinsurance.example", _ -> {}));
        var stage = Fx.show(shade, width, height, () -> new AddressView(model));
        var root = stage.getScene().getRoot();
        Fx.run(() -> ((Button) root.lookup("#where-look")).fire());
        Fx.picture(stage, "where-authority-" + shade.name().toLowerCase(Locale.ROOT) + "-" + language);
        var told = Fx.on(() -> root.lookup(".problem-banner").getAccessibleText());
        var clipped = Fx.on(() -> Walk.clipped(root));
        var faint = Fx.on(() -> Contrast.faint(root));
        Fx.close(stage);

        assertThat(told).contains("Insurance and Reinsurance Enterprise Root CA 2026");
        assertThat(clipped).isEmpty();
        assertThat(faint).isEmpty();
    }
}
