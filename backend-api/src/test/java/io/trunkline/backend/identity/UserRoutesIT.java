package io.trunkline.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.backend.identity.TestServer.Answer;
import io.trunkline.backend.identity.TestServer.Person;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.identity.NewUser;
import io.trunkline.model.identity.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserRoutesIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final TestServer SERVER =
            new TestServer(POSTGRES, Clock.systemUTC(), Map.of("identity.requests-per-minute", "10000"), _ -> {});
    private static final List<String> NAUGHTY = List.of(
            "<script>alert(1)</script>",
            "'; DROP TABLE app_user; --",
            "=HYPERLINK(\"http://example.com\",\"x\")",
            "Zoë \u202Eevil\u202C",
            "田中さん",
            "👩‍👩‍👧‍👦",
            "\\u0000 \\0 %00",
            "null",
            "${jndi:ldap://127.0.0.1/a}",
            "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè",
            " leading and trailing ",
            "tab\tand\nline");

    private String key = "";
    private Person boss;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void tenant() {
        key = "t-" + UUID.randomUUID();
        SERVER.tenant(key);
        boss = SERVER.signIn(key, "admin@" + key + ".example");
    }

    @Test
    void createsChangesAndDisables() {
        var created = create("Ana", "ana@example.com", Role.AGENT);
        assertThat(created.status()).isEqualTo(201);
        var path = "/api/v1/users/" + created.body().path("id").asText();

        var changed = SERVER.call("PATCH", path, boss.token(), Map.of("name", "Ana María", "team", "Nights"));
        assertThat(changed.body().path("name").asText()).isEqualTo("Ana María");
        assertThat(changed.body().path("team").asText()).isEqualTo("Nights");
        assertThat(changed.body().path("roles").path(0).asText()).isEqualTo("AGENT");

        assertThat(SERVER.call("DELETE", path, boss.token(), null).status()).isEqualTo(204);
        assertThat(SERVER.get(path, boss).body().path("active").asBoolean()).isFalse();
    }

    @Test
    void namesAreKeptToTheLetter() {
        for (var name : NAUGHTY) {
            var created = create(name, UUID.randomUUID() + "@example.com", Role.AGENT);
            var path = "/api/v1/users/" + created.body().path("id").asText();

            assertThat(SERVER.get(path, boss).body().path("name").asText()).isEqualTo(name);
        }
    }

    @Test
    void whatCannotBeStoredIsRefusedWithItsField() {
        assertThat(create("a\u0000b", "a@example.com", Role.AGENT).field()).isEqualTo("name");
        var half = SERVER.call("POST", "/api/v1/users", boss.token(), """
                {"name":"\\ud83d","email":"a@example.com","password":"long enough, surely","roles":["AGENT"],"queues":[],"skills":{}}
                """);
        assertThat(half.status()).isEqualTo(400);
        assertThat(create(" ", "a@example.com", Role.AGENT).field()).isEqualTo("name");
        assertThat(create("x".repeat(201), "a@example.com", Role.AGENT).field()).isEqualTo("name");
        assertThat(create("Ana", "no address", Role.AGENT).field()).isEqualTo("email");
        assertThat(create("Ana", "a@example.com").field()).isEqualTo("roles");
        assertThat(post(new NewUser("Ana", "a@example.com", "short", Set.of(Role.AGENT), null, List.of(), Map.of()))
                        .field())
                .isEqualTo("password");
        assertThat(SERVER.call("POST", "/api/v1/users", boss.token(), "{\"name\":")
                        .status())
                .isEqualTo(400);
        assertThat(SERVER.call("POST", "/api/v1/users", boss.token(), "{}").status())
                .isEqualTo(400);
        assertThat(SERVER.call("POST", "/api/v1/users", boss.token(), null).status())
                .isEqualTo(400);
    }

    @Test
    void anAddressIsGivenOnceHoweverItIsWritten() {
        assertThat(create("Ana", "ana@example.com", Role.AGENT).status()).isEqualTo(201);
        assertThat(create("Anna", "ANA@example.com", Role.AGENT).status()).isEqualTo(409);
    }

    @Test
    void theLastAdministratorStays() {
        var path = "/api/v1/users/" + boss.id();

        assertThat(SERVER.call("DELETE", path, boss.token(), null).status()).isEqualTo(409);
        assertThat(SERVER.call("PATCH", path, boss.token(), Map.of("roles", List.of("VIEWER")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void pagesGoThroughEverybodyOnce() {
        for (var number = 0; number < 7; number++) {
            create("Same Name", number + "@example.com", Role.AGENT);
        }
        var seen = new ArrayList<String>();
        var path = "/api/v1/users?limit=3";
        for (JsonNode page = SERVER.get(path, boss).body();
                ;
                page = SERVER.get(path, boss).body()) {
            page.path("items").forEach(user -> seen.add(user.path("email").asText()));
            if (!page.has("next")) {
                break;
            }
            path = "/api/v1/users?limit=3&cursor=" + page.path("next").asText();
        }

        assertThat(seen).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void somebodyOfAnotherTenantIsNotFound() {
        var other = "t-" + UUID.randomUUID();
        SERVER.tenant(other);
        var theirs = "/api/v1/users/"
                + SERVER.signIn(other, "admin@" + other + ".example").id();

        assertThat(SERVER.get(theirs, boss).status()).isEqualTo(404);
        assertThat(SERVER.call("PATCH", theirs, boss.token(), Map.of("name", "Mine"))
                        .status())
                .isEqualTo(404);
        assertThat(SERVER.call("DELETE", theirs, boss.token(), null).status()).isEqualTo(404);
    }

    @Test
    void anAgentCreatesNobody() {
        var ana = SERVER.person(key, "Ana", Role.AGENT);

        var answer = SERVER.call(
                "POST",
                "/api/v1/users",
                ana.token(),
                new NewUser(
                        "Me", "me@example.com", TestServer.PASSWORD, Set.of(Role.ADMIN), null, List.of(), Map.of()));

        assertThat(answer.status()).isEqualTo(403);
    }

    private Answer create(String name, String email, Role... roles) {
        return post(new NewUser(name, email, TestServer.PASSWORD, Set.of(roles), null, List.of(), Map.of()));
    }

    private Answer post(NewUser user) {
        return SERVER.call("POST", "/api/v1/users", boss.token(), user);
    }
}
