package io.trunkline.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.identity.TestServer.Answer;
import io.trunkline.backend.identity.TestServer.Person;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.identity.PasswordChange;
import io.trunkline.model.identity.Role;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnPasswordIT {
    private static final String NEXT = "another long password";

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final TestServer SERVER = new TestServer(POSTGRES, Clock.systemUTC());

    private String key = "";
    private Person ana;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void somebody() {
        key = "t-" + UUID.randomUUID();
        SERVER.tenant(key);
        ana = SERVER.person(key, "Ana", Role.AGENT);
    }

    @Test
    void aNewPasswordEndsEveryOtherSessionAndIsAudited() {
        var other = SERVER.signIn(key, ana.email());

        assertThat(change(TestServer.PASSWORD, NEXT).status()).isEqualTo(204);

        assertThat(SERVER.get("/api/v1/me", ana).status()).isEqualTo(200);
        assertThat(SERVER.get("/api/v1/me", other).status()).isEqualTo(401);
        assertThat(refresh(other).status()).isEqualTo(401);
        assertThat(refresh(ana).status()).isEqualTo(200);
        assertThat(login(TestServer.PASSWORD)).isEqualTo(401);
        assertThat(login(NEXT)).isEqualTo(200);
        assertThat(POSTGRES.ask("select password_hash from app_user where id = '%s'".formatted(ana.id())))
                .startsWith("$argon2id$");
        assertThat(POSTGRES.ask("select count(*) from audit where action = 'user.password-changed' and actor = '%s'"
                        .formatted(ana.id())))
                .isEqualTo("1");
    }

    @Test
    void theOldPasswordIsAskedForAndGuessesAreLimited() {
        assertThat(change("", NEXT).field()).isEqualTo("oldPassword");
        assertThat(change(TestServer.PASSWORD, "short").field()).isEqualTo("newPassword");
        for (var guess = 0; guess < AttemptStore.ALLOWED; guess++) {
            assertThat(change("guess " + guess, NEXT).field()).isEqualTo("oldPassword");
        }

        var refused = change(TestServer.PASSWORD, NEXT);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.retryAfter()).isPresent();
        assertThat(login(TestServer.PASSWORD))
                .as("guesses count for signing in too")
                .isEqualTo(429);
    }

    @Test
    void nobodyChangesAPasswordWithoutBeingSignedIn() {
        var body = new PasswordChange(TestServer.PASSWORD, NEXT);

        assertThat(SERVER.call("POST", "/api/v1/me/password", null, body).status())
                .isEqualTo(401);
    }

    private Answer change(String before, String now) {
        return SERVER.call("POST", "/api/v1/me/password", ana.token(), new PasswordChange(before, now));
    }

    private static Answer refresh(Person person) {
        return SERVER.call("POST", "/api/v1/token/refresh", null, Map.of("refreshToken", person.refreshToken()));
    }

    private int login(String password) {
        return SERVER.call(
                        "POST",
                        "/api/v1/login",
                        null,
                        Map.of("tenant", key, "email", ana.email(), "password", password))
                .status();
    }
}
