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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PresenceRoutesIT {
    private static final String PATH = "/api/v1/presence";

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final PresenceFeature FEATURE = new PresenceFeature(
            Settings.of(Map.of()),
            "node-a",
            POSTGRES.database(),
            new EventLog(new EventStore(POSTGRES.database())),
            Clock.systemUTC());
    private static final TestServer SERVER = new TestServer(POSTGRES, Clock.systemUTC(), Map.of(), FEATURE::routes);

    private Person ana;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void tenant() {
        var key = "t-" + UUID.randomUUID();
        SERVER.tenant(key);
        ana = SERVER.person(key, "Ana", Role.AGENT);
    }

    @Test
    void aWishThatComesAgainLateUndoesNothing() {
        var away = wish(UUID.randomUUID(), "AWAY");
        var back = wish(UUID.randomUUID(), "AVAILABLE");

        put(away);
        put(back);
        assertThat(put(away)).as("answered as the first time").isEqualTo("AWAY");

        assertThat(SERVER.get(PATH, ana).body().path("state").asText()).isEqualTo("AVAILABLE");
    }

    private String put(Map<String, Object> wish) {
        var answer = SERVER.call("PUT", PATH, ana.token(), wish);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("state").asText();
    }

    private static Map<String, Object> wish(UUID command, String state) {
        return state.equals("AWAY")
                ? Map.of("command", command, "state", state, "reason", "Lunch")
                : Map.of("command", command, "state", state);
    }
}
