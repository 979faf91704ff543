package io.trunkline.backend.analytics;

import io.trunkline.backend.live.EventListener;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.model.TenantId;
import io.trunkline.model.queue.QueueFigures;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/// Wires analytics. Everything else in this package is hidden from the rest of the backend.
public final class AnalyticsFeature {
    private static final Duration PACE = Duration.ofMillis(500);

    private final Wallboards wallboards;

    /// `tell` takes the figures that changed to the wallboards of a tenant.
    public AnalyticsFeature(
            Database database, EventLog log, Clock clock, BiConsumer<TenantId, List<QueueFigures>> tell) {
        this.wallboards = new Wallboards(database, log, clock, tell);
    }

    /// Hears every event of the log.
    public EventListener listener() {
        return wallboards;
    }

    public void routes(Routes routes) {
        new WallboardRoutes(wallboards).declare(routes);
    }

    public void start(Workers workers) {
        workers.loop("wallboards", PACE, wallboards::tellChanges);
    }
}
