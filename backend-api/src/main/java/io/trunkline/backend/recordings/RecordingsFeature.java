package io.trunkline.backend.recordings;

import io.trunkline.backend.live.Audience;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.platform.jobs.Bell;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.model.TenantId;
import io.trunkline.model.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Wires recordings. The source of audio is given with [#start].
public final class RecordingsFeature {
    private final Database database;
    private final Workers workers;
    private final EventLog log;
    private final RecordingStore store = new RecordingStore();
    private final MediaStore media;
    private final Bell fetchNow = new Bell();
    private final Recordings recordings = new Recordings(store, fetchNow::ring);

    public RecordingsFeature(Settings settings, Database database, Workers workers, EventLog log) {
        this.database = database;
        this.workers = workers;
        this.log = log;
        this.media = new MediaStore(RecordingsConfig.from(settings).directory());
    }

    public Recordings recordings() {
        return recordings;
    }

    public void routes(Routes routes) {
        new RecordingRoutes(database, recordings, store, media).declare(routes);
    }

    /// Begins to fetch audio of the tenants from `source`.
    public void start(AudioSource source, Supplier<List<TenantId>> tenants) {
        var fetcher = new AudioFetcher(
                database,
                store,
                media,
                source,
                (tx, event) -> log.append(
                        tx, event.recording().interaction(), event, Audience.ofRoles(Role.SUPERVISOR, Role.ADMIN)));
        fetchNow.wakes(workers.loop(
                "recordings", Duration.ofSeconds(1), () -> tenants.get().forEach(tenant -> fetchAll(fetcher, tenant))));
    }

    private void fetchAll(AudioFetcher fetcher, TenantId tenant) {
        while (!workers.stopping() && fetcher.fetchDue(tenant)) {
            // there may be more
        }
    }
}
