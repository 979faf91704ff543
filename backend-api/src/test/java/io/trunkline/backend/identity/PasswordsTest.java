package io.trunkline.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void theHashNamesItsParametersAndNeverRepeats() {
        var one = passwords.hash("a long enough password");
        var other = passwords.hash("a long enough password");

        assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(other);
        assertThat(passwords.matches("a long enough password", one)).isTrue();
        assertThat(passwords.matches("a long enough passwort", one)).isFalse();
    }

    @Test
    void theSameLettersTypedAnotherWayAreTheSamePassword() {
        assertThat(passwords.matches("contrase\u00f1a", passwords.hash("contrasen\u0303a")))
                .isTrue();
    }

    @Test
    void nobodysPasswordTakesAsLongAsAnybodys() {
        var hash = passwords.hash("a long enough password");
        time(() -> passwords.matches("wrong", hash)); // warm
        var somebody = time(() -> passwords.matches("wrong", hash));
        var nobody = time(() -> passwords.matchesNobody("wrong"));

        System.out.printf(
                "Argon2id check: %.1f ms; of an unknown account %.1f ms (medians of 15).%n", somebody, nobody);
        assertThat(nobody).isBetween(somebody / 3, somebody * 3);
    }

    /// The median of fifteen, in milliseconds.
    private static double time(Runnable check) {
        var nanos = new long[15];
        for (var turn = 0; turn < nanos.length; turn++) {
            var begun = System.nanoTime();
            check.run();
            nanos[turn] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }
}
