package io.trunkline.backend.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is taken from a file and a terminal, and what is said.
class WordsTest {
    private static final Terminal NOBODY = new Terminal() {
        @Override
        public void say(String line) {}

        @Override
        public Optional<String> ask(String question) {
            return Optional.empty();
        }

        @Override
        public Optional<String> secret(String question) {
            return Optional.empty();
        }
    };

    @TempDir
    Path folder;

    private Path file(String permissions, String... lines) throws IOException {
        var file = Files.write(folder.resolve("twilio"), List.of(lines));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws IOException {
        var open = file("rw-r-----", "token = a-secret");

        assertThatThrownBy(() -> CredentialsFile.read(open))
                .isInstanceOfSatisfying(
                        CannotConnect.class, e -> assertThat(e.exit()).isEqualTo(CannotConnect.WRONG))
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aLineThatIsNoneIsNamedByItsNumberAndNotRepeated() throws IOException {
        var wrong = file("rw-------", "# of the account", "token = a", "the secret itself");

        assertThatThrownBy(() -> CredentialsFile.read(wrong))
                .hasMessageContaining("Line 3")
                .hasMessageNotContaining("the secret itself");
    }

    @Test
    void theFileIsReadWithRemarksAndBlanks() throws IOException {
        var file = file("rw-------", "", "# mine", "account=" + Given.ACCOUNT, " token =  a=b ");

        assertThat(CredentialsFile.read(file)).isEqualTo(Map.of("account", Given.ACCOUNT, "token", "a=b"));
    }

    @Test
    void whatIsMissingIsNamedWhereNobodyCanBeAsked() {
        var file = Map.of("account", Given.ACCOUNT, "password", "p");

        assertThatThrownBy(() -> Credentials.from(file, Given.asking(List.of()), NOBODY))
                .hasMessageContaining("token is missing")
                .hasMessageContaining("--credentials");
    }

    @Test
    void aKeyNeedsItsSecret() {
        var file = Map.of("account", Given.ACCOUNT, "token", "t", "password", "p", "key", Given.KEY);

        assertThatThrownBy(() -> Credentials.from(file, Given.asking(List.of()), NOBODY))
                .hasMessageContaining("needs both lines");
    }

    @Test
    void noSecretIsPartOfWhatIsPrintedOfThem() {
        var file = Map.of(
                "account",
                Given.ACCOUNT,
                "token",
                "t0ken",
                "password",
                "passw0rd",
                "key",
                Given.KEY,
                "secret",
                "s3cret");

        var who = Credentials.from(file, Given.asking(List.of()), NOBODY);

        assertThat(who + " " + who.key()).doesNotContain("t0ken", "passw0rd", "s3cret");
    }

    @Test
    void passwordsInsideAddressesAreNotShown() {
        var number = Given.with(Given.number(), Map.of("VoiceUrl", "https://me:hidden@old.example.com/voice"));
        var plan = Plan.of(Given.firstDay(number), Given.wish(Given.entry()));

        assertThat(String.join("\n", Sheet.plan(plan)) + Sheet.numbers(List.of(number)))
                .contains("https://me:…@old.example.com/voice")
                .doesNotContain("hidden");
    }

    @Test
    void theTableSaysFromWhatToWhat() {
        var plan = Plan.of(Given.firstDay(Given.number()), Given.wish(Given.entry()));

        assertThat(String.join("\n", Sheet.plan(plan)))
                .containsPattern(
                        "calls go to +https://old.example.com/voice -> https://centre.example.com/twilio/voice/inbound")
                .containsPattern("calls are told to +\\(nothing\\) -> https://centre.example.com/twilio/voice/status")
                .containsPattern("answered by flow +\\(nothing\\) -> Main");
    }

    @ParameterizedTest
    @CsvSource({
        "401, 20003, does not accept these credentials, 1",
        "401, 20005, not active, 1",
        "401, 0, does not accept these credentials, 1",
        "403, 0, may not do this, 1",
        "404, 20404, no such thing in this account, 1",
        "400, 21502, http.public-url, 1",
        "429, 20429, again in a minute, 3",
        "503, 20500, trouble of its own, 3"
    })
    void eachRefusalOfTwilioHasASentence(int status, int code, String words, int exit) {
        var refusal = TwilioRefusals.of("list the numbers", Given.ACCOUNT, status, code);

        assertThat(refusal).hasMessageContaining(words).hasMessageContaining("Could not list the numbers.");
        assertThat(refusal.exit()).isEqualTo(exit);
    }

    @Test
    void aFlowOrQueueThatIsNotThereIsToldWithThoseThatAre() {
        var asked = Given.asking(List.of(), "Mian", null, null);

        assertThatThrownBy(() -> Entries.of(asked, Map.of("Main", Given.FLOW), Map.of()))
                .hasMessageContaining("'Mian'")
                .hasMessageContaining("Main");
    }

    @Test
    void oneQueueCanTakeEverythingAndIsMadeWithItsFlow() {
        var entry = Entries.of(Given.asking(List.of(), null, "Support", null), Map.of(), Map.of());

        assertThat(entry.makesQueue()).contains("Support");
        assertThat(entry.makesFlow()).contains("Straight to Support");
        assertThat(entry.flow()).isEqualTo(entry.makesFlow());
        assertThat(entry.textQueue()).contains("Support");
    }

    @Test
    void theOnlyFlowAnswersWhereNoneIsNamed() {
        assertThat(Entries.of(Given.asking(List.of()), Map.of("Main", Given.FLOW), Map.of())
                        .flow())
                .contains("Main");
    }

    @Test
    void secretsStayOnThisMachineOrGoEncrypted() {
        assertThat(PublicAddress.isThisMachine("127.0.0.1")).isTrue();
        assertThat(PublicAddress.isThisMachine("localhost")).isTrue();
        assertThat(PublicAddress.isThisMachine("203.0.113.7")).isFalse();
        assertThat(PublicAddress.isThisMachine("nowhere.invalid")).isFalse();
    }

    @Test
    void anAddressThatOnlyThisMachineKnowsIsNoPublicOne() {
        assertThat(PublicAddress.trouble(java.net.URI.create("http://127.0.0.1:8080")))
                .hasValueSatisfying(trouble -> assertThat(trouble).contains("http.public-url", "only this network"));
        assertThat(PublicAddress.trouble(java.net.URI.create("https://nowhere.invalid")))
                .hasValueSatisfying(trouble -> assertThat(trouble).contains("DNS"));
        assertThat(PublicAddress.trouble(java.net.URI.create("https://203.0.113.7")))
                .isEmpty();
    }
}
