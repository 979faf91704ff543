package io.trunkline.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.identity.TestServer;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.Problem;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InitIT {
    private static final String OWN = "a password of my own";
    private static final Pattern PASSWORD = Pattern.compile("password  (\\S+)");

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final TestServer SERVER = new TestServer(POSTGRES, Clock.systemUTC());

    private final String key = "t-" + UUID.randomUUID();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void theFirstAdministratorChoosesAPasswordAndIsSignedInWhileTheBackendRuns() {
        var password = password(init());

        var refused = login(SERVER, password);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("type").asText()).isEqualTo(Problem.PASSWORD_CHANGE_REQUIRED);

        var chosen = choose(SERVER, password, OWN);
        assertThat(chosen.status()).isEqualTo(200);
        assertThat(chosen.body().path("me").path("roles").toString()).isEqualTo("[\"ADMIN\"]");
        assertThat(SERVER.call(
                                "GET",
                                "/api/v1/users",
                                chosen.body().path("accessToken").asText(),
                                null)
                        .status())
                .isEqualTo(200);
        assertThat(login(SERVER, OWN).status()).isEqualTo(200);
    }

    @Test
    void aPasswordThatIsGoodOnceIsGoodOnce() {
        var password = password(init());
        choose(SERVER, password, OWN);

        assertThat(login(SERVER, password).status()).isEqualTo(401);
        assertThat(choose(SERVER, password, "yet another password").status()).isEqualTo(401);
        assertThat(choose(SERVER, OWN, "yet another password").status()).isEqualTo(409);
    }

    @Test
    void aPasswordThatIsGoodOnceIsOverAfterAWeek() {
        var password = password(init());

        POSTGRES.tell("update app_user set one_time_until = one_time_until - interval '7 days 1 second'");

        assertThat(login(SERVER, password).status()).isEqualTo(401);
        assertThat(choose(SERVER, password, OWN).status()).isEqualTo(401);
    }

    @Test
    void theOwnPasswordHasToBeLongAndAnother() {
        var password = password(init());

        assertThat(choose(SERVER, password, "short").field()).isEqualTo("newPassword");
        assertThat(choose(SERVER, password, password).field()).isEqualTo("newPassword");
        assertThat(choose(SERVER, password, OWN).status()).isEqualTo(200);
    }

    @Test
    void aTenantThatIsThereIsLeftAsItIs() {
        var password = password(init());

        var again = init();

        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).startsWith("Tenant %s is there already; nothing was changed.".formatted(key));
        assertThat(again.out()).isEmpty();
        assertThat(choose(SERVER, password, OWN).status()).isEqualTo(200);
    }

    @Test
    void aLostPasswordIsRenewedUntilAnOwnOneIsChosen() {
        var lost = password(init());
        var renewed = password(Told.by(POSTGRES.settings(), "init", "--tenant", key, "--renew"));

        assertThat(login(SERVER, lost).status()).isEqualTo(401);
        assertThat(choose(SERVER, renewed, OWN).status()).isEqualTo(200);
        var late = Told.by(POSTGRES.settings(), "init", "--tenant", key, "--renew");
        assertThat(late.code()).isEqualTo(1);
        assertThat(late.err()).contains("has chosen a password; nothing was changed");
    }

    @Test
    void whatIsMissingOrWrongIsSaidInASentence() {
        var missing = Told.by(POSTGRES.settings(), "init", "--tenant", key, "--country", "ES", "--time-zone", "UTC");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err())
                .contains("E-mail address of the first administrator is missing: say it with --email.");

        var wrong = Told.by(POSTGRES.settings(), "init", "--tenant", key, "--email", "nobody", "--time-zone", "UTC");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("This is not an e-mail address.");

        var nowhere = Told.by(POSTGRES.settings(), "init", "--tenant", key, "--email", "a@b", "--time-zone", "Mars");
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains("'Mars' is no time zone");
    }

    private Told init() {
        return Told.by(
                new HashMap<>(POSTGRES.settings()),
                "init",
                "--tenant",
                key,
                "--email",
                "ana@example.com",
                "--time-zone",
                "Europe/Madrid",
                "--country",
                "es");
    }

    private static String password(Told told) {
        assertThat(told.err()).isEmpty();
        assertThat(told.code()).isZero();
        var found = PASSWORD.matcher(told.out());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private TestServer.Answer login(TestServer server, String password) {
        return server.call(
                "POST", "/api/v1/login", null, Map.of("tenant", key, "email", "ana@example.com", "password", password));
    }

    private TestServer.Answer choose(TestServer server, String password, String own) {
        return server.call(
                "POST",
                "/api/v1/login/password",
                null,
                Map.of("tenant", key, "email", "ana@example.com", "password", password, "newPassword", own));
    }
}
