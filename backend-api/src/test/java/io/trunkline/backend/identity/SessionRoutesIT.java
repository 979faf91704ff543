package io.trunkline.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.identity.TestServer.Answer;
import io.trunkline.backend.identity.TestServer.Person;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.identity.Role;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionRoutesIT {
    private static final TestClock CLOCK = new TestClock();

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(CLOCK);

    private static final TestServer SERVER = new TestServer(POSTGRES, CLOCK);
    private String key = "";
    private String admin = "";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void tenant() {
        key = "t-" + UUID.randomUUID();
        SERVER.tenant(key);
        admin = "admin@" + key + ".example";
    }

    @Test
    void signsInAndSaysWho() {
        var person = SERVER.signIn(key, admin.toUpperCase(java.util.Locale.ROOT));
        var me = SERVER.get("/api/v1/me", person).body();

        assertThat(me.path("name").asText()).isEqualTo("Administrator");
        assertThat(me.path("tenantName").asText()).isEqualTo("Tenant " + key);
        assertThat(me.path("timeZone").asText()).isEqualTo("Europe/Madrid");
        assertThat(me.path("roles").path(0).asText()).isEqualTo("ADMIN");
        assertThat(me.path("permissions")).hasSize(io.trunkline.model.identity.Permission.values().length);
    }

    @Test
    void wrongPasswordAccountAndTenantAreAnsweredAlike() {
        var wrong = signIn(key, admin, "not the password at all");
        var nobody = signIn(key, "nobody@example.com", TestServer.PASSWORD);
        var nowhere = signIn("no-such-tenant", admin, TestServer.PASSWORD);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(nobody.body()).isEqualTo(wrong.body());
        assertThat(nowhere.body()).isEqualTo(wrong.body());
    }

    @Test
    void missingFieldsAreNamed() {
        var answer = SERVER.call("POST", "/api/v1/login", null, Map.of("tenant", key, "email", admin));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo("password");
    }

    @Test
    void theSixthFailureWaitsAlsoAfterARestart() {
        for (var failure = 0; failure < 5; failure++) {
            assertThat(signIn(key, admin, "wrong wrong wrong").status()).isEqualTo(401);
        }
        var refused = signIn(key, admin, TestServer.PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.retryAfter()).contains("900");

        try (var restarted = new TestServer(POSTGRES, CLOCK)) {
            var again = restarted.call("POST", "/api/v1/login", null, credentials(key, admin, TestServer.PASSWORD));
            assertThat(again.status()).isEqualTo(429);
        }
        CLOCK.pass(Duration.ofMinutes(15));
        assertThat(signIn(key, admin, TestServer.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void guessesAtOnceAreCountedToo() throws InterruptedException {
        var statuses = new java.util.concurrent.ConcurrentLinkedQueue<Integer>();
        var guesses = java.util.stream.IntStream.range(0, 12)
                .mapToObj(_ -> Thread.ofVirtual()
                        .start(() -> statuses.add(
                                signIn(key, admin, "wrong wrong wrong").status())))
                .toList();
        for (var guess : guesses) {
            guess.join();
        }

        assertThat(statuses).hasSize(12);
        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(5);
    }

    @Test
    void aSuccessForgivesTheFailuresBeforeIt() {
        for (var round = 0; round < 3; round++) {
            for (var failure = 0; failure < 4; failure++) {
                CLOCK.pass(Duration.ofSeconds(1));
                assertThat(signIn(key, admin, "wrong wrong wrong").status()).isEqualTo(401);
            }
            CLOCK.pass(Duration.ofSeconds(1));
            assertThat(signIn(key, admin, TestServer.PASSWORD).status()).isEqualTo(200);
            CLOCK.pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void accessEndsAfterFifteenMinutesAndIsRenewed() {
        var person = SERVER.signIn(key, admin);
        CLOCK.pass(Duration.ofMinutes(15));
        assertThat(SERVER.get("/api/v1/me", person).status()).isEqualTo(401);

        var renewed = refresh(person);
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(SERVER.get("/api/v1/me", TestServer.person(renewed, admin)).status())
                .isEqualTo(200);
    }

    @Test
    void aLostAnswerMayBeAskedForAgainAtOnce() {
        var person = SERVER.signIn(key, admin);
        assertThat(refresh(person).status()).isEqualTo(200);
        CLOCK.pass(Duration.ofSeconds(5));

        assertThat(refresh(person).status()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenUsedTwiceEndsItsSession() {
        var person = SERVER.signIn(key, admin);
        var other = SERVER.signIn(key, admin);
        var thief = TestServer.person(refresh(person), admin);
        CLOCK.pass(Duration.ofSeconds(11));

        assertThat(refresh(person).status()).isEqualTo(401);
        assertThat(refresh(thief).status()).isEqualTo(401);
        assertThat(SERVER.get("/api/v1/me", thief).status()).isEqualTo(401);
        assertThat(SERVER.get("/api/v1/me", other).status()).isEqualTo(200);
    }

    @Test
    void aTokenWhoseSuccessorIsInUseIsNotGivenGrace() {
        var person = SERVER.signIn(key, admin);
        var next = TestServer.person(refresh(person), admin);
        assertThat(refresh(next).status()).isEqualTo(200);

        assertThat(refresh(person).status()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheTokensOfThisSessionOnly() {
        var here = SERVER.signIn(key, admin);
        var there = SERVER.signIn(key, admin);

        for (var time = 0; time < 2; time++) {
            assertThat(SERVER.call("POST", "/api/v1/logout", null, Map.of("refreshToken", here.refreshToken()))
                            .status())
                    .isEqualTo(204);
        }

        assertThat(SERVER.get("/api/v1/me", here).status()).isEqualTo(401);
        assertThat(refresh(here).status()).isEqualTo(401);
        assertThat(SERVER.get("/api/v1/me", there).status()).isEqualTo(200);
    }

    @Test
    void disablingSomebodyHoldsAtOnce() {
        var boss = SERVER.signIn(key, admin);
        var ana = SERVER.person(key, "Ana", Role.AGENT);
        assertThat(SERVER.get("/api/v1/me", ana).status()).isEqualTo(200);

        assertThat(SERVER.call("DELETE", "/api/v1/users/" + ana.id(), boss.token(), null)
                        .status())
                .isEqualTo(204);

        assertThat(SERVER.get("/api/v1/me", ana).status()).isEqualTo(401);
        assertThat(refresh(ana).status()).isEqualTo(401);
        assertThat(signIn(key, ana.email(), TestServer.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void aChangeOfRolesHoldsAtOnceAndTheNextTokenBearsIt() {
        var boss = SERVER.signIn(key, admin);
        var ana = SERVER.person(key, "Ana", Role.AGENT);
        assertThat(SERVER.get("/api/v1/users", ana).status()).isEqualTo(403);

        SERVER.call("PATCH", "/api/v1/users/" + ana.id(), boss.token(), Map.of("roles", new String[] {"SUPERVISOR"}));

        assertThat(SERVER.get("/api/v1/users", ana).status()).isEqualTo(401);
        assertThat(SERVER.get("/api/v1/users", TestServer.person(refresh(ana), ana.email()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aChangeOnAnotherNodeIsObeyedWithinASecond() {
        var ana = SERVER.person(key, "Ana", Role.AGENT);
        assertThat(SERVER.get("/api/v1/me", ana).status()).isEqualTo(200);

        try (var node = new TestServer(POSTGRES, CLOCK)) {
            var boss = node.signIn(key, admin);
            node.call("DELETE", "/api/v1/users/" + ana.id(), boss.token(), null);
        }
        CLOCK.pass(Duration.ofMillis(999));

        assertThat(SERVER.get("/api/v1/me", ana).status()).isEqualTo(401);
    }

    @Test
    void theHundredAndFirstRequestOfAMinuteWaitsButARefreshDoesNot() {
        var person = SERVER.signIn(key, admin);
        for (var request = 0; request < 100; request++) {
            assertThat(SERVER.get("/api/v1/me", person).status()).isEqualTo(200);
        }

        var refused = SERVER.get("/api/v1/me", person);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.retryAfter()).isPresent();
        assertThat(refresh(person).status()).isEqualTo(200);
        CLOCK.pass(Duration.ofSeconds(1));
        assertThat(SERVER.get("/api/v1/me", person).status()).isEqualTo(200);
    }

    private static Answer signIn(String tenant, String email, String password) {
        return SERVER.call("POST", "/api/v1/login", null, credentials(tenant, email, password));
    }

    private static Map<String, String> credentials(String tenant, String email, @Nullable String password) {
        return Map.of("tenant", tenant, "email", email, "password", String.valueOf(password));
    }

    private static Answer refresh(Person person) {
        return SERVER.call("POST", "/api/v1/token/refresh", null, Map.of("refreshToken", person.refreshToken()));
    }
}
