package io.trunkline.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Contrast;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.headless.Walk;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.login.LoginGateway.Attempt;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginViewTest {
    private final LoginViewModel model = new LoginViewModel(
            (_, _) -> new Attempt.Locked(Optional.empty()),
            new SameThreadWork(),
            new LoginViewModel.Known("http://localhost:8080", "acme", "ana@acme.example"),
            (_, _) -> {});

    @AfterEach
    void english() {
        Fx.run(() -> Text.speak(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,es"})
    void isNamedAndWhole(Shade shade, String language) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        var stage = Fx.show(shade, 1280, 720, () -> new LoginView(model));
        Fx.run(() -> {
            model.password().set("secret");
            model.signIn();
        });
        Fx.picture(stage, "login-" + shade.name().toLowerCase(Locale.ROOT) + "-" + language);
        var unnamed = Fx.on(() -> Walk.unnamed(stage.getScene().getRoot()));
        var clipped = Fx.on(() -> Walk.clipped(stage.getScene().getRoot()));
        var faint = Fx.on(() -> Contrast.faint(stage.getScene().getRoot()));
        Fx.close(stage);

        assertThat(faint).isEmpty();
        assertThat(unnamed).isEmpty();
        assertThat(clipped).isEmpty();
    }

    @Test
    void theKeyboardAloneIsEnough() {
        var tried = new ArrayList<String>();
        var mine = new LoginViewModel(
                (_, who) -> {
                    tried.add(who.password());
                    return new Attempt.Wrong();
                },
                new SameThreadWork(),
                new LoginViewModel.Known("http://localhost:8080", "acme", "ana@acme.example"),
                (_, _) -> {});
        var stage = Fx.show(Shade.LIGHT, 1280, 720, () -> new LoginView(mine));
        var focused = Fx.on(() -> stage.getScene().getFocusOwner().getId());
        var field = Fx.on(() -> (TextField) stage.getScene().lookup("#login-password"));
        Fx.run(() -> field.setText("secret"));
        var shown = Fx.on(() -> field.getText());
        Fx.run(() -> ((Button) stage.getScene().lookup("#login-sign-in")).fire());
        Fx.close(stage);

        assertThat(focused).isEqualTo("login-password");
        assertThat(shown).doesNotContain("secret");
        assertThat(tried).containsExactly("secret");
    }
}
