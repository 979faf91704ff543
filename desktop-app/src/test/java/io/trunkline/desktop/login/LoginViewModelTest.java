package io.trunkline.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.backend.Obstacle;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.login.LoginGateway.Attempt;
import io.trunkline.model.identity.FirstPassword;
import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.SignIn;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginViewModelTest implements LoginGateway, LoginViewModel.Ended {
    private final List<String> asked = new ArrayList<>();
    private final List<LoginViewModel.Known> known = new ArrayList<>();
    private Attempt answer = new Attempt.Wrong();

    private final LoginViewModel model = new LoginViewModel(
            this,
            new SameThreadWork(),
            new LoginViewModel.Known("http://localhost:8080", "acme", "ana@acme.example"),
            LoginViewModel.Fixed.NOTHING,
            this);

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

    @Override
    public void signedIn(LoginViewModel.Known with, Me me) {
        known.add(with);
        asked.add("opened for " + me.name());
    }

    @Override
    public Attempt choose(URI backend, FirstPassword choice) {
        throw new IllegalStateException("nobody chooses here");
    }

    @Override
    public void oneTime(LoginViewModel.Known with, SignIn who) {
        asked.add("one-time for " + who.email() + " with " + who.password());
    }

    @Override
    public void tooOld(String sentence) {
        asked.add("too old: " + sentence);
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
    void whatOnlyItCanTakeAwayIsToldAsThat() {
        answer = new Attempt.Obstructed(new Obstacle.UnknownAuthority("Acme Root CA"));
        model.signIn();
        assertThat(trouble().happened())
                .isEqualTo("This computer does not know “Acme Root CA”, which issued the certificate at this address.");
        assertThat(trouble().next()).contains("Ask your IT to let this computer trust it");
        answer = new Attempt.Obstructed(new Obstacle.ProxyAsks());
        model.signIn();
        assertThat(trouble().happened()).startsWith("The web proxy of this network asks for a password");
    }

    @Test
    void anUnreachableBackendIsNamed() {
        answer = new Attempt.Unreachable();
        model.signIn();
        assertThat(said()).isEqualTo("http://localhost:8080 does not answer.");
    }

    @Test
    void aProgramThatIsTooOldIsHandedOnWithTheBackendsSentence() {
        answer = new Attempt.TooOld("This is Trunkline 0.1.0; this centre needs 0.2.0 or newer.");
        model.signIn();
        assertThat(asked).last().isEqualTo("too old: This is Trunkline 0.1.0; this centre needs 0.2.0 or newer.");
        assertThat(known).isEmpty();
    }

    @Test
    void aOneTimePasswordLeadsToChoosingAnOwnOneAndLeavesThisPage() {
        answer = new Attempt.OneTime();
        model.signIn();
        assertThat(asked).last().isEqualTo("one-time for ana@acme.example with secret");
        assertThat(model.password().get()).isEmpty();
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
