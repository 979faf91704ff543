package io.trunkline.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.login.LoginGateway.Attempt;
import io.trunkline.model.identity.SignIn;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginViewModelTest implements LoginGateway {
    private final List<String> asked = new ArrayList<>();
    private final List<LoginViewModel.Known> known = new ArrayList<>();
    private Attempt answer = new Attempt.Wrong();

    private final LoginViewModel model = new LoginViewModel(
            this,
            new SameThreadWork(),
            new LoginViewModel.Known("http://localhost:8080", "acme", "ana@acme.example"),
            (known, me) -> {
                this.known.add(known);
                asked.add("opened for " + me.name());
            });

    @BeforeEach
    void english() {
        Text.speak(Locale.ENGLISH);
        model.password().set("secret");
    }

    @Override
    public Attempt signIn(URI backend, SignIn who) {
        asked.add(backend + " " + who.tenant() + " " + who.email() + " " + who.password());
        return answer;
    }

    @Test
    void opensTheDeskAndForgetsThePassword() {
        answer = new Attempt.Opened(Samples.me());
        model.signIn();
        assertThat(asked)
                .containsExactly("http://localhost:8080 acme ana@acme.example secret", "opened for Ben Okafor");
        assertThat(model.password().get()).isEmpty();
        assertThat(known)
                .containsExactly(new LoginViewModel.Known("http://localhost:8080", "acme", "ana@acme.example"));
    }

    @Test
    void aWrongPasswordIsSaidWithoutTellingWhichPartIsWrong() {
        model.signIn();
        assertThat(said()).isEqualTo("The organisation, email or password is not right.");
        assertThat(model.password().get()).isEqualTo("secret");
        assertThat(known).isEmpty();
    }

    @Test
    void aLockSaysHowLong() {
        answer = new Attempt.Locked(Optional.of(Duration.ofMinutes(12)));
        model.signIn();
        assertThat(trouble().next()).isEqualTo("Try again in 12 min.");
    }

    @Test
    void anUnreachableBackendIsNamed() {
        answer = new Attempt.Unreachable();
        model.signIn();
        assertThat(said()).isEqualTo("http://localhost:8080 does not answer.");
    }

    @Test
    void anAddressThatIsNoneIsNotAsked() {
        for (var address : List.of("", "localhost:8080", "ftp://host", "http://", "not an address")) {
            model.backend().set(address);
            model.signIn();
            assertThat(said()).isEqualTo("The backend address is not a web address.");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void isReadyOnlyWhenEverythingIsFilledIn() {
        assertThat(model.ready().get()).isTrue();
        model.email().set(" ");
        assertThat(model.ready().get()).isFalse();
    }

    private String said() {
        return trouble().happened();
    }

    private Trouble trouble() {
        return Optional.ofNullable(model.trouble().get()).orElseThrow();
    }
}
