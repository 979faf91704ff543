package io.trunkline.backend.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.identity.TestServer;
import io.trunkline.backend.identity.TestServer.Person;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.live.EventStore;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.identity.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AwayReasonRoutesIT {
    private static final String PATH = "/api/v1/away-reasons";

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final PresenceFeature FEATURE = new PresenceFeature(
            Settings.of(Map.of()),
            "node-a",
            POSTGRES.database(),
            new EventLog(new EventStore(POSTGRES.database())),
            Clock.systemUTC());
    private static final TestServer SERVER = new TestServer(POSTGRES, Clock.systemUTC(), Map.of(), FEATURE::routes);

    private Person boss;
    private Person ana;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void tenant() {
        var key = "t-" + UUID.randomUUID();
        SERVER.tenant(key);
        boss = SERVER.signIn(key, "admin@" + key + ".example");
        ana = SERVER.person(key, "Ana", Role.AGENT);
    }

    @Test
    void theUsualReasonsBecomeTheTenantsOwnWithTheFirstChange() {
        assertThat(names()).containsExactly("Break", "Lunch", "Meeting", "Training");

        assertThat(call("POST", PATH, Map.of("name", "School run"))).isEqualTo(201);
        assertThat(call("PATCH", PATH + "/Lunch", Map.of("name", "Siesta", "position", 0)))
                .isEqualTo(200);
        assertThat(call("DELETE", PATH + "/Training", null)).isEqualTo(204);
        assertThat(call("PATCH", PATH + "/School%20run", Map.of("position", 1))).isEqualTo(200);

        assertThat(names()).containsExactly("Siesta", "Break", "School run", "Meeting");
        var away = Map.of("command", UUID.randomUUID(), "state", "AWAY", "reason", "Siesta");
        assertThat(SERVER.call("PUT", "/api/v1/presence", ana.token(), away).status())
                .isEqualTo(200);
        assertThat(SERVER.get("/api/v1/audit", boss).body().toString())
                .contains("away-reason.created", "away-reason.changed", "away-reason.retired");
    }

    @Test
    void whatCannotBeIsRefusedWithASentence() {
        assertThat(call("POST", PATH, Map.of("name", "Lunch"))).isEqualTo(409);
        assertThat(call("PATCH", PATH + "/Lunch", Map.of("name", "Break"))).isEqualTo(409);
        assertThat(names()).contains("Lunch", "Break");
        assertThat(call("POST", PATH, Map.of("name", " "))).isEqualTo(400);
        assertThat(call("POST", PATH, Map.of("name", "Late", "position", -1))).isEqualTo(400);
        assertThat(call("PATCH", PATH + "/Surfing", Map.of("position", 1))).isEqualTo(404);
        for (var name : List.of("Break", "Lunch", "Meeting")) {
            assertThat(call("DELETE", PATH + "/" + name, null)).isEqualTo(204);
        }
        assertThat(call("DELETE", PATH + "/Training", null)).isEqualTo(409);
        assertThat(SERVER.call("POST", PATH, ana.token(), Map.of("name", "Nap")).status())
                .isEqualTo(403);
    }

    private int call(String method, String path, @Nullable Object body) {
        return SERVER.call(method, path, boss.token(), body).status();
    }

    private List<String> names() {
        return SERVER.get(PATH, ana).body().findValuesAsText("name");
    }
}
