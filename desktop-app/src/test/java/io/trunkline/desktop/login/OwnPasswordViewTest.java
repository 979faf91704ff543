package io.trunkline.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Contrast;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.headless.Walk;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.login.LoginGateway.Attempt;
import io.trunkline.desktop.login.LoginViewModel.Known;
import io.trunkline.model.identity.FirstPassword;
import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.SignIn;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPasswordViewTest {
    private final List<FirstPassword> chosen = new ArrayList<>();

    @AfterEach
    void english() {
        Fx.run(() -> Text.speak(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en,1280,720", "DARK,es,853,640"})
    void isNamedAndWholeAndTheKeyboardAloneIsEnough(Shade shade, String language, int width, int height) {
        Fx.run(() -> Text.speak(Locale.of(language)));
        var model = Fx.on(this::model);
        var stage = Fx.show(shade, width, height, () -> new OwnPasswordView(model));
        var root = stage.getScene().getRoot();
        var suffix = shade.name().toLowerCase(Locale.ROOT) + "-" + language;
        var focused = Fx.on(() -> stage.getScene().getFocusOwner().getId());
        Fx.run(() -> ((TextField) root.lookup("#own-password")).setText("four unrelated"));
        Fx.run(() -> ((TextField) root.lookup("#own-again")).setText("four unrx"));
        Fx.picture(stage, "own-password-differs-" + suffix);
        Fx.run(() -> ((TextField) root.lookup("#own-again")).setText("four unrelated"));
        Fx.run(() -> ((Button) root.lookup("#own-choose")).fire());
        Fx.picture(stage, "own-password-" + suffix);
        var unnamed = Fx.on(() -> Walk.unnamed(root));
        var clipped = Fx.on(() -> Walk.clipped(root));
        var faint = Fx.on(() -> Contrast.faint(root));
        Fx.close(stage);

        assertThat(focused).isEqualTo("own-password");
        assertThat(chosen).extracting(FirstPassword::newPassword).containsExactly("four unrelated");
        assertThat(unnamed).isEmpty();
        assertThat(clipped).isEmpty();
        assertThat(faint).isEmpty();
    }

    private OwnPasswordViewModel model() {
        var gateway = new LoginGateway() {
            @Override
            public Attempt signIn(URI backend, SignIn who) {
                throw new IllegalStateException("nobody signs in here");
            }

            @Override
            public Attempt choose(URI backend, FirstPassword choice) {
                chosen.add(choice);
                return new Attempt.NotTaken("The new password is the same as the one-time password.");
            }
        };
        var ended = new OwnPasswordViewModel.Ended() {
            @Override
            public void signedIn(Known known, Me me) {
                throw new IllegalStateException("nobody is signed in here");
            }

            @Override
            public void tooOld(String sentence) {
                throw new IllegalStateException(sentence);
            }

            @Override
            public void over(String sentence) {
                throw new IllegalStateException(sentence);
            }
        };
        return new OwnPasswordViewModel(
                gateway,
                new SameThreadWork(),
                new Known("https://centre.example.com", "acme", "ana@acme.example"),
                new SignIn("acme", "ana@acme.example", "once-only-4711"),
                ended);
    }
}
