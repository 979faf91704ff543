package io.trunkline.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.backend.Obstacle;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.login.AddressGateway.Found;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddressViewModelTest implements AddressGateway {
    private final List<URI> looked = new ArrayList<>();
    private final List<URI> chosen = new ArrayList<>();
    private Optional<Found> answer = Optional.empty();
    private final AddressViewModel model = new AddressViewModel(this, new SameThreadWork(), "", chosen::add);

    @BeforeEach
    void english() {
        Text.speak(Locale.ENGLISH);
    }

    @Override
    public Found look(URI address) {
        looked.add(address);
        return answer.orElse(new Found.Centre(address));
    }

    @Test
    void addsHttpsByItselfAndGoesOnWhereABackendIs() {
        model.address().set(" centre.example.com ");
        model.look();
        assertThat(looked).containsExactly(URI.create("https://centre.example.com"));
        assertThat(chosen).containsExactly(URI.create("https://centre.example.com"));
        assertThat(model.trouble().get()).isNull();
    }

    @Test
    void keepsTheAddressToWhichAProxyLed() {
        answer = Optional.of(new Found.Centre(URI.create("https://desk.example.com")));
        model.address().set("http://centre.example.com");
        model.look();
        assertThat(chosen).containsExactly(URI.create("https://desk.example.com"));
    }

    @Test
    void warnsOnceOfAnAddressThatIsNotEncryptedAndForgetsItWhenAnotherIsTyped() {
        model.address().set("http://centre.example.com");
        model.look();
        assertThat(chosen).isEmpty();
        assertThat(model.unencrypted().get()).isTrue();
        assertThat(told().happened()).isEqualTo("Your contact centre is there, but this address is not encrypted.");

        model.address().set("http://centre.example.org");
        assertThat(model.unencrypted().get()).isFalse();
        assertThat(model.trouble().get()).isNull();
        model.look();
        model.look();
        assertThat(chosen).containsExactly(URI.create("http://centre.example.org"));
    }

    @Test
    void doesNotWarnOfThisComputer() {
        model.address().set("http://127.0.0.1:8080");
        model.look();
        assertThat(chosen).hasSize(1);
    }

    @Test
    void whatIsNoAddressIsNotAsked() {
        for (var text : List.of("not an address", "ftp://host", "http://")) {
            model.address().set(text);
            model.look();
            assertThat(told().happened()).isEqualTo("This is not a web address.");
        }
        assertThat(looked).isEmpty();
        model.address().set("  ");
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void saysOnePlainSentenceForEachThingThatIsWrong() {
        var sentences = Map.<Found, String>of(
                new Found.NotReady(), "Your contact centre is there, but it is not ready.",
                new Found.CentreTooOld(), "This contact centre is older than this program.",
                new Found.ProgramTooOld("0.9.0", ""), "This contact centre needs Trunkline 0.9.0 or newer.",
                new Found.SomethingElse(), "Something answers there, but it is not Trunkline.",
                new Found.NoSuchHost(), "No computer has this name.",
                new Found.NothingListens(), "The computer is there, but nothing listens at this address.",
                new Found.Silence(), "Nothing answered in time.",
                new Found.Obstructed(new Obstacle.NotTrusted()),
                        "This computer does not trust the certificate at this address.",
                new Found.NotEncrypted(), "This address answers, but without encryption.");
        sentences.forEach((found, sentence) -> {
            answer = Optional.of(found);
            model.address().set("centre.example.com" + looked.size());
            model.look();
            assertThat(told().happened()).isEqualTo(sentence);
            assertThat(told().next()).isNotBlank();
        });
        assertThat(chosen).isEmpty();
    }

    @Test
    void aProgramThatIsTooOldIsToldWhereTheNewOneIs() {
        answer = Optional.of(new Found.ProgramTooOld("0.9.0", "https://centre.example.com/get"));
        model.address().set("centre.example.com");
        model.look();
        assertThat(told().next()).isEqualTo("Get it from https://centre.example.com/get.");
    }

    private Trouble told() {
        return Optional.ofNullable(model.trouble().get()).orElseThrow();
    }
}
