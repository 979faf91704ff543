package io.trunkline.backend.desktops;

import io.helidon.http.Headers;
import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Guard;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.platform.jobs.Workers;
import java.time.Clock;
import java.time.Duration;

/// Wires what the backend knows of desktop programs. Everything else in this package is hidden from the rest of the
/// backend.
public final class DesktopsFeature {
    private static final Duration FORGETTING = Duration.ofHours(6);

    private final DesktopsConfig config;
    private final TooOld tooOld;
    private final Diagnostics diagnostics;

    public DesktopsFeature(Settings settings, Database database, Audit audit, Clock clock) {
        config = DesktopsConfig.from(settings);
        tooOld = new TooOld(config.least(), config.page());
        diagnostics = new Diagnostics(database, audit, clock, config.keepDiagnostics());
    }

    /// Lets no desktop through that is too old.
    public Guard before(Guard guard) {
        return tooOld.before(guard);
    }

    /// Whether these are the headers of a desktop that is too old.
    public boolean tooOld(Headers headers) {
        return tooOld.is(headers);
    }

    public void routes(Routes routes) {
        new ReleaseRoutes(config.release()).declare(routes);
        new DiagnosticsRoutes(diagnostics).declare(routes);
    }

    public void start(Workers workers) {
        workers.loop("old-diagnostics", FORGETTING, diagnostics::forget);
    }
}
