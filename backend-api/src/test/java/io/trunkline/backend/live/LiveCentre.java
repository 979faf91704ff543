package io.trunkline.backend.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trunkline.backend.platform.config.HttpConfig;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.http.Guard;
import io.trunkline.backend.platform.http.Health;
import io.trunkline.backend.platform.http.HttpServer;
import io.trunkline.backend.platform.http.Principal;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.platform.jobs.Leases;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.NoteId;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.identity.Role;
import io.trunkline.model.interaction.Note;
import io.trunkline.model.json.Json;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.live.LiveFrame;
import io.trunkline.model.live.NoteEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// A live feed behind a real socket, with desktops that listen to it.
final class LiveCentre implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestDatabase postgres;
    private final int window;
    private final int replayMost;
    private final Database database;
    private final boolean ownDatabase;
    private final TenantId tenant;
    private final Workers workers = new Workers();
    private final Leases leases;
    private final LiveFeature live;
    private final HttpServer server;
    private final Map<String, Principal.Member> members;

    LiveCentre(TestDatabase postgres, int window, int replayMost) {
        this(postgres, postgres.database(), false, postgres.tenant(), window, replayMost, new ConcurrentHashMap<>());
    }

    private LiveCentre(
            TestDatabase postgres,
            Database database,
            boolean ownDatabase,
            TenantId tenant,
            int window,
            int replayMost,
            Map<String, Principal.Member> members) {
        this.postgres = postgres;
        this.window = window;
        this.replayMost = replayMost;
        this.database = database;
        this.ownDatabase = ownDatabase;
        this.tenant = tenant;
        this.members = members;
        var settings = Settings.of(Map.of(
                "live.window", String.valueOf(window),
                "live.replay-most", String.valueOf(replayMost),
                "live.mark", "200ms",
                "live.tick", "20ms",
                "live.stalled", "3s",
                "http.port", "0"));
        leases = new Leases(database, workers, UUID.randomUUID().toString());
        var meters = new SimpleMeterRegistry();
        live = new LiveFeature(database, workers, leases, LiveConfig.from(settings), Clock.systemUTC(), meters);
        server = HttpServer.start(
                HttpConfig.from(settings),
                new Routes(),
                Guard.CLOSED,
                new Health(),
                meters,
                List.of(live.socket(this::admit, _ -> false)));
    }

    LiveCentre anotherNode() {
        return new LiveCentre(postgres, postgres.anotherNode(), true, tenant, window, replayMost, members);
    }

    private Optional<Admission.Admitted> admit(String token) {
        return Optional.ofNullable(members.get(token))
                .map(member -> new Admission.Admitted(
                        member, Instant.now(Clock.systemUTC()).plusSeconds(600)));
    }

    TenantId tenant() {
        return tenant;
    }

    EventLog log() {
        return live.log();
    }

    Hub hub() {
        return live.hub();
    }

    static LiveEvent event(String name) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var author = new AgentRef(new AgentId(id), "Ana");
        return new NoteEvent.Added(
                new Note(new NoteId(id), new InteractionId(id), author, name, Instant.parse("2026-11-21T09:00:00Z")));
    }

    void append(int count, Audience audience) {
        for (var i = 0; i < count; i++) {
            var name = "event " + i;
            database.doInTenant(tenant, tx -> log().append(tx, event(name), audience));
        }
    }

    /// Appends one event of a note with this text.
    void append(String text) {
        database.doInTenant(tenant, tx -> log().append(tx, event(text), Audience.ofEveryone()));
    }

    int port() {
        return server.port();
    }

    void awaitHead(long seq) {
        until(Duration.ofSeconds(10), () -> database.inTenant(tenant, tx -> log().head(tx)) >= seq);
        until(Duration.ofSeconds(10), () -> hub().head(tenant) >= seq);
    }

    Desktop desktop(String name) {
        return desktop(name, -1);
    }

    Desktop desktop(String name, long since) {
        members.computeIfAbsent(name, _ -> member(tenant, new AgentId(UUID.randomUUID()), Role.AGENT));
        return connect(name, since);
    }

    Desktop desktop(AgentId agent, Role role) {
        members.put(agent.toString(), member(tenant, agent, role));
        var desktop = connect(agent.toString(), -1);
        desktop.await(LiveFrame.CaughtUp.class, 1);
        return desktop;
    }

    Desktop stranger() {
        var agent = new AgentId(UUID.randomUUID());
        members.put("stranger", member(postgres.tenant(), agent, Role.ADMIN));
        return connect("stranger", -1);
    }

    Desktop connect(String token, long since) {
        var desktop = new Desktop(members.get(token));
        var query = since < 0 ? "" : "?since=" + since;
        try {
            desktop.socket = CLIENT.newWebSocketBuilder()
                    .header("Authorization", "Bearer " + token)
                    .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + LiveFeature.PATH + query), desktop)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("refused", e);
        }
        return desktop;
    }

    private static Principal.Member member(TenantId tenant, AgentId agent, Role role) {
        return new Principal.Member(
                tenant, new UserId(agent.value()), Set.of(role), Set.of(), Set.of(), Optional.empty());
    }

    @Override
    public void close() {
        live.close();
        server.close();
        leases.close();
        workers.close();
        if (ownDatabase) {
            database.close();
        }
    }

    static void until(Duration most, BooleanSupplier done) {
        var end = System.nanoTime() + most.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited " + most).isLessThan(end);
            LockSupport.parkNanos(2_000_000);
        }
    }

    /// A desktop that keeps all it hears.
    static final class Desktop implements WebSocket.Listener, AutoCloseable {
        private static final Duration PATIENCE = Duration.ofSeconds(15);
        private final Principal.Member member;
        private final List<LiveFrame> frames = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private WebSocket socket;
        private int closed;

        Desktop(Principal.Member member) {
            this.member = member;
        }

        Principal.Member member() {
            return member;
        }

        @Override
        public synchronized CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                frames.addAll(read(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public synchronized CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed = status;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable thrown) {
            // A cut socket; what was heard until then counts.
        }

        synchronized List<LiveFrame> frames() {
            return List.copyOf(frames);
        }

        List<LiveFrame.Event> events() {
            return frames().stream()
                    .filter(LiveFrame.Event.class::isInstance)
                    .map(LiveFrame.Event.class::cast)
                    .toList();
        }

        List<Long> awaitSeqs(int count) {
            until(PATIENCE, () -> events().size() >= count);
            return events().stream().map(LiveFrame.Event::seq).toList();
        }

        List<LiveFrame> await(Class<? extends LiveFrame> kind, int count) {
            until(PATIENCE, () -> frames().stream().filter(kind::isInstance).count() >= count);
            return frames().stream().filter(kind::isInstance).toList();
        }

        void awaitFrame(Predicate<LiveFrame> wanted) {
            until(PATIENCE, () -> frames().stream().anyMatch(wanted));
        }

        int awaitClose() {
            until(PATIENCE, () -> {
                synchronized (this) {
                    return closed != 0;
                }
            });
            return closed;
        }

        void cut() {
            socket.abort();
        }

        @Override
        public void close() {
            socket.abort();
        }

        private static List<LiveFrame> read(String json) {
            try {
                return Json.mapper().readValue(json, new TypeReference<>() {});
            } catch (IOException e) {
                throw new IllegalStateException(json, e);
            }
        }
    }
}
