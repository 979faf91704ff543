package io.trunkline.backend.live;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trunkline.backend.platform.config.BackendConfig;
import io.trunkline.backend.platform.config.HttpConfig;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Guard;
import io.trunkline.backend.platform.http.Health;
import io.trunkline.backend.platform.http.HttpServer;
import io.trunkline.backend.platform.http.Principal;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.platform.jobs.Leases;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import io.trunkline.model.identity.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The live feed alone in a process, for the bench: events come from standard input instead of the outbox, as the
/// peers' do. Understands `rate EVENTS_PER_SECOND SECONDS` and `credit EVENTS`, says `READY port`.
final class FanOutServer {
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final String PAD = "x".repeat(120);

    private final Hub hub;
    private final Clock clock;
    private long seq;

    private FanOutServer(Hub hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    public static void main(String[] arguments) throws IOException {
        var settings = Settings.of(Map.of(
                "http.port", "0",
                "database.url", arguments[0],
                "database.user", arguments[1],
                "database.password", arguments[2],
                "database.role-password", arguments[2]));
        var clock = Clock.systemUTC();
        var workers = new Workers();
        var meters = new SimpleMeterRegistry();
        try (var database = Database.start(BackendConfig.from(settings).database(), clock)) {
            var leases = new Leases(database, workers, "bench");
            var live = new LiveFeature(database, workers, leases, LiveConfig.from(settings), clock, meters);
            var member = new Principal.Member(
                    TENANT, new UserId(new UUID(2, 2)), Set.of(Role.AGENT), Set.of(), Set.of(), Optional.empty());
            var server = HttpServer.start(
                    HttpConfig.from(settings),
                    new Routes(),
                    Guard.CLOSED,
                    new Health(),
                    meters,
                    List.of(live.socket(_ -> Optional.of(new Admission.Admitted(member, Instant.MAX)), _ -> false)));
            System.out.println("READY " + server.port());
            new FanOutServer(live.hub(), clock).obey(workers);
        }
    }

    private void obey(Workers workers) throws IOException {
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = told.readLine(); line != null; line = told.readLine()) {
            var words = line.split(" ", -1);
            if (words[0].equals("credit")) {
                publish(Integer.parseInt(words[1]));
            } else {
                workers.submit("paced", () -> paced(Double.parseDouble(words[1]), Double.parseDouble(words[2])));
            }
        }
    }

    private void paced(double rate, double seconds) {
        var begun = System.nanoTime();
        var sent = 0L;
        for (var passed = 0.0; passed < seconds; passed = (System.nanoTime() - begun) / 1e9) {
            var due = (long) (passed * rate);
            publish((int) (due - sent));
            sent = due;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private void publish(int events) {
        for (var i = 0; i < events; i++) {
            var payload = "{\"type\":\"bench\",\"note\":\"t=%019d\",\"pad\":\"%s\"}".formatted(System.nanoTime(), PAD);
            hub.publish(List.of(
                    new LoggedEvent(TENANT, ++seq, clock.instant(), "bench", null, payload, Audience.ofEveryone())));
        }
    }
}
