package io.trunkline.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.login.LoginViewModel.Known;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPasswordViewModelTest implements LoginGateway, OwnPasswordViewModel.Ended {
    private static final String GOOD = "four unrelated words here";
    private static final Known KNOWN = new Known("https://centre.example.com", "acme", "ana@acme.example");

    private final List<FirstPassword> chosen = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private Attempt answer = new Attempt.Opened(Samples.me());
    private final OwnPasswordViewModel model = new OwnPasswordViewModel(
            this, new SameThreadWork(), KNOWN, new SignIn("acme", "ana@acme.example", "once-only-4711"), this);

    @BeforeEach
    void english() {
        Text.speak(Locale.ENGLISH);
    }

    @Override
    public Attempt signIn(URI backend, SignIn who) {
        throw new IllegalStateException("nobody signs in here");
    }

    @Override
    public Attempt choose(URI backend, FirstPassword choice) {
        chosen.add(choice);
        return answer;
    }

    @Override
    public void signedIn(Known known, Me me) {
        ended.add("signed in as " + me.name() + " at " + known.backend());
    }

    @Override
    public void tooOld(String sentence) {
        ended.add("too old: " + sentence);
    }

    @Override
    public void over(String sentence) {
        ended.add("over: " + sentence);
    }

    @Test
    void choosesAndIsSignedInAndForgetsBoth() {
        type(GOOD, GOOD);
        model.choose();
        assertThat(chosen).containsExactly(new FirstPassword("acme", "ana@acme.example", "once-only-4711", GOOD));
        assertThat(ended).containsExactly("signed in as Ben Okafor at https://centre.example.com");
        assertThat(model.password().get() + model.again().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', Not typed yet.",
        "short, 7 characters more.",
        "elevenchars, One character more.",
        "once-only-4711, This is the password that is good once. Choose another.",
        "aaaaaaaaaaaaaa, 'Long enough, but easy to guess: it repeats itself, or tells of you.'",
        "abcdefghijklmn, 'Long enough, but easy to guess: it repeats itself, or tells of you.'",
        "acme-acme-acme, 'Long enough, but easy to guess: it repeats itself, or tells of you.'",
        "blue table 42, Good. Longer is better.",
        "four unrelated words here, Strong."
    })
    void saysWhatIsMissingOrHowStrongItIs(String typed, String sentence) {
        model.password().set(typed);
        assertThat(model.verdict().get()).isEqualTo(sentence);
    }

    @Test
    void nothingTooShortTooLongDifferentOrTheSameAsBeforeCanBeChosen() {
        for (var pair : List.of(
                List.of("short", "short"),
                List.of("x1".repeat(251), "x1".repeat(251)),
                List.of(GOOD, GOOD + "x"),
                List.of(GOOD, ""),
                List.of("once-only-4711", "once-only-4711"))) {
            type(pair.getFirst(), pair.getLast());
            assertThat(model.ready().get()).as(pair.toString()).isFalse();
            model.choose();
        }
        assertThat(chosen).isEmpty();
    }

    @Test
    void theSecondFieldIsOnlyTalkedAboutOnceItCannotFitAnyMore() {
        type(GOOD, "four unre");
        assertThat(model.difference().get()).isEmpty();
        type(GOOD, "four unrx");
        assertThat(model.difference().get()).isEqualTo("Both are not the same.");
    }

    @Test
    void whatTheBackendDoesNotTakeIsSaidAndTheFieldsStay() {
        answer = new Attempt.NotTaken("The new password has to have at least 12 characters.");
        type(GOOD, GOOD);
        model.choose();
        assertThat(trouble().happened()).isEqualTo("The new password has to have at least 12 characters.");
        assertThat(model.password().get()).isEqualTo(GOOD);
        assertThat(model.ready().get()).isTrue();
        assertThat(ended).isEmpty();
    }

    @Test
    void whereNothingCanBeChosenAnyMoreOneSignsInAsEver() {
        answer = new Attempt.Over("This account has a password of its own already.");
        type(GOOD, GOOD);
        model.choose();
        assertThat(ended).containsExactly("over: This account has a password of its own already.");
    }

    @Test
    void aLockAndAnOutageAreSaidAndItCanBeTriedAgain() {
        type(GOOD, GOOD);
        answer = new Attempt.Locked(Optional.of(Duration.ofMinutes(3)));
        model.choose();
        assertThat(trouble().next()).isEqualTo("Try again in 3 min.");
        answer = new Attempt.Unreachable();
        model.choose();
        assertThat(trouble().happened()).isEqualTo("https://centre.example.com does not answer.");
        answer = new Attempt.TooOld("This centre needs 0.2.0 or newer.");
        model.choose();
        assertThat(ended).containsExactly("too old: This centre needs 0.2.0 or newer.");
    }

    private void type(String password, String again) {
        model.password().set(password);
        model.again().set(again);
    }

    private Trouble trouble() {
        return Optional.ofNullable(model.trouble().get()).orElseThrow();
    }
}
