package io.trunkline.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Contrast;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.headless.Walk;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.login.LoginGateway.Attempt;
import io.trunkline.desktop.os.ManagedSettings;
import io.trunkline.model.identity.FirstPassword;
import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.SignIn;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginViewTest {
    private final LoginViewModel model = new LoginViewModel(
            new Answering(_ -> new Attempt.Locked(Optional.empty())),
            new SameThreadWork(),
            new LoginViewModel.Known("http://localhost:8080", "acme", "ana@acme.example"),
            LoginViewModel.Fixed.NOTHING,
            new Nobody());

    /// Answers every sign-in alike.
    private record Answering(Function<SignIn, Attempt> answer) implements LoginGateway {
        @Override
        public Attempt signIn(URI backend, SignIn who) {
            return answer.apply(who);
        }

        @Override
        public Attempt choose(URI backend, FirstPassword choice) {
            throw new IllegalStateException("nobody chooses here");
        }
    }

    private record Nobody() implements LoginViewModel.Ended {
        @Override
        public void signedIn(LoginViewModel.Known known, Me me) {}

        @Override
        public void tooOld(String sentence) {}

        @Override
        public void oneTime(LoginViewModel.Known known, SignIn who) {}
    }

    @AfterEach
    void english() {
        Fx.run(() -> Text.speak(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,es"})
    void isNamedAndWhole(Shade shade, String language) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        var stage = Fx.show(shade, 1280, 720, () -> new LoginView(model, () -> {}));
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

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,es"})
    void whatItHasSetIsLockedAndWhatItHasSetWronglyIsTold(Shade shade, String language) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        var managed = new LoginViewModel(
                new Answering(_ -> new Attempt.Wrong()),
                new SameThreadWork(),
                new LoginViewModel.Known(
                        "https://desk.insurance-and-reinsurance.example", "acme-insurance", "ana@acme.example"),
                new LoginViewModel.Fixed(
                        true, true, List.of(new ManagedSettings.Wrong(ManagedSettings.Key.KIOSK, "perhaps"))),
                new Nobody());
        var stage = Fx.show(shade, 1280, 720, () -> new LoginView(managed, () -> {}));
        Fx.picture(stage, "login-managed-" + shade.name().toLowerCase(Locale.ROOT) + "-" + language);
        var root = stage.getScene().getRoot();
        var editable = Fx.on(() -> ((TextField) root.lookup("#login-tenant")).isEditable());
        var elsewhere = Fx.on(() -> root.lookup("#login-elsewhere"));
        var locks = Fx.on(() -> root.lookupAll(".set-by-it").size());
        var told = Fx.on(() -> ((Labeled) root.lookup(".managed-wrong")).getText());
        var clipped = Fx.on(() -> Walk.clipped(root));
        var faint = Fx.on(() -> Contrast.faint(root));
        Fx.close(stage);

        assertThat(editable).isFalse();
        assertThat(elsewhere).isNull();
        assertThat(locks).isEqualTo(2);
        assertThat(told).contains("kiosk").contains("perhaps");
        assertThat(clipped).isEmpty();
        assertThat(faint).isEmpty();
    }

    @Test
    void theKeyboardAloneIsEnough() {
        var tried = new ArrayList<String>();
        var mine = new LoginViewModel(
                new Answering(who -> {
                    tried.add(who.password());
                    return new Attempt.Wrong();
                }),
                new SameThreadWork(),
                new LoginViewModel.Known("http://localhost:8080", "acme", "ana@acme.example"),
                LoginViewModel.Fixed.NOTHING,
                new Nobody());
        var stage = Fx.show(Shade.LIGHT, 1280, 720, () -> new LoginView(mine, () -> {}));
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
