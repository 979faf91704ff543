package io.trunkline.backend.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.identity.TestServer;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.live.EventStore;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.jobs.Workers;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordingRoutesIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final Workers WORKERS = new Workers();
    private static final RecordingsFeature FEATURE = new RecordingsFeature(
            Settings.of(Map.of()), POSTGRES.database(), WORKERS, new EventLog(new EventStore(POSTGRES.database())));
    private static final TestServer SERVER = new TestServer(POSTGRES, Clock.systemUTC(), Map.of(), FEATURE::routes);

    @AfterAll
    static void stop() {
        SERVER.close();
        WORKERS.close();
    }

    @Test
    void recordingsOfAnInteractionThatIsNotThereAreNotFound() {
        var tenant = SERVER.tenant("rec");
        var boss = SERVER.signIn("rec", "admin@rec.example");
        var contact = UUID.randomUUID();
        var silent = UUID.randomUUID();
        POSTGRES.tell("""
                insert into contact (tenant_id, id, name, created_at, changed_at)
                values ('%s', '%s', 'Carla', now(), now())""".formatted(tenant, contact));
        POSTGRES.tell("""
                insert into interaction (tenant_id, id, channel, direction, state, contact_id, opened_at)
                values ('%s', '%s', 'VOICE', 'INBOUND', 'OPEN', '%s', now())""".formatted(tenant, silent, contact));

        var unknown = SERVER.get("/api/v1/interactions/%s/recordings".formatted(UUID.randomUUID()), boss);
        var none = SERVER.get("/api/v1/interactions/%s/recordings".formatted(silent), boss);

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.detail()).isEqualTo("There is no such interaction.");
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.body()).isEmpty();
    }
}
