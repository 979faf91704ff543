package io.trunkline.backend.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.trunkline.backend.platform.db.DatabaseUnavailable;
import io.trunkline.backend.platform.http.Principal;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import io.trunkline.model.queue.QueueFigures;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells sockets and in-process listeners what the log says: each event once, in order, from wherever they stopped.
///
/// Readers stand at a place in the log and are woken; nothing is pushed at them. So a reconnect is the same act as a
/// late reader, and a slow one costs nobody anything.
public final class Hub {
    static final int REVOKED = 4401;
    static final int LEAVING = 1001;
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private final EventLog log;
    private final EventStore store;
    private final Workers workers;
    private final Executor threads;
    private final LiveConfig config;
    private final Clock clock;
    private final LiveMetrics metrics;
    private final Map<TenantId, Room> rooms = new ConcurrentHashMap<>();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final List<ConnectionListener> connections = new CopyOnWriteArrayList<>();
    private final Queue<Principal.Member> untold = new ConcurrentLinkedQueue<>();
    private volatile boolean leaving;

    /// A tenant's channel, figures and clients.
    private record Room(Channel channel, Figures figures, Set<Client> clients) {}

    public Hub(EventLog log, EventStore store, Workers workers, LiveConfig config, Clock clock, MeterRegistry meters) {
        this.log = log;
        this.store = store;
        this.workers = workers;
        this.threads = work -> workers.brief("live-client", work);
        this.config = config;
        this.clock = clock;
        this.metrics = new LiveMetrics(meters, this::clients);
        store.heads().forEach(this::open);
        workers.loop("live-tail", config.tick(), this::tail);
        workers.loop("live-clients", config.watch(), this::watch);
    }

    /// Lets `listener` hear every event of every tenant from now on, on a thread of its own.
    public void onEvents(String name, EventListener listener) {
        onEvents(name, Map.of(), listener);
    }

    /// As above, but tenants in `after` are heard from the event that follows the number given.
    public void onEvents(String name, Map<TenantId, Long> after, EventListener listener) {
        var heads = rooms.values().stream()
                .collect(Collectors.toMap(each -> each.channel.tenant(), each -> each.channel.head()));
        heads.putAll(after);
        followers.add(new Follower(name, heads, listener, this::channels, config.batch(), workers));
    }

    /// Tells when desktops come and go.
    public void onConnections(ConnectionListener listener) {
        connections.add(listener);
    }

    /// Shows figures on the tiles of whoever is in the audience. They are not numbered; the latest wins.
    public void figures(TenantId tenant, List<QueueFigures> figures, Audience audience) {
        var room = room(tenant);
        figures.forEach(each -> room.figures.put(each, audience));
        room.clients.forEach(Client::wake);
    }

    /// Closes every socket of a person, because what was granted to them is no longer so.
    public void dismiss(TenantId tenant, UserId user) {
        for (var client : room(tenant).clients) {
            if (client.member().user().equals(user)) {
                client.close(REVOKED, "signed out");
            }
        }
    }

    /// Whether a person has a desktop connected to this node.
    public boolean connected(TenantId tenant, UserId user) {
        return room(tenant).clients.stream()
                .anyMatch(client -> client.member().user().equals(user));
    }

    /// Sockets open on this node.
    public int clients() {
        return rooms.values().stream().mapToInt(room -> room.clients.size()).sum();
    }

    /// The number of the last event that clients of this node can have heard.
    long head(TenantId tenant) {
        return room(tenant).channel.head();
    }

    /// Ends every socket; desktops come back to another node.
    void leave() {
        leaving = true;
        rooms.values().forEach(room -> room.clients.forEach(client -> client.close(LEAVING, "restarting")));
    }

    Client join(Admission.Admitted admitted, OptionalLong since, Client.Outlet outlet) {
        var room = room(admitted.member().tenant());
        var client =
                new Client(room.channel, room.figures, admitted, since, outlet, config, metrics, threads, this::leave);
        room.clients.add(client);
        try {
            connections.forEach(each -> each.connected(client.member()));
        } catch (RuntimeException e) {
            leave(client);
            throw e;
        }
        client.begin();
        return client;
    }

    void leave(Client client) {
        var room = room(client.member().tenant());
        if (room.clients.remove(client)) {
            tellGone(client.member());
        }
    }

    /// Told until it is heard: who is believed to be at a desk that is empty would be offered work.
    private void tellGone(Principal.Member gone) {
        BooleanSupplier another = () -> connected(gone.tenant(), gone.user());
        try {
            if (leaving) {
                connections.forEach(each -> each.sentAway(gone, another));
            } else {
                connections.forEach(each -> each.gone(gone, another));
            }
        } catch (RuntimeException e) {
            LOG.warn("That the desktop of {} is gone is told again later: {}", gone.user(), e.getMessage());
            untold.add(gone);
        }
    }

    /// Takes in what the relay has numbered.
    void publish(List<LoggedEvent> events) {
        events.stream().collect(Collectors.groupingBy(LoggedEvent::tenant)).forEach((tenant, own) -> {
            var room = room(tenant);
            tell(room, room.channel.publish(own));
        });
    }

    // Finds what another node's relay numbered, and what was numbered but not told before a fault.
    private void tail() {
        try {
            store.heads().forEach((tenant, head) -> {
                var room = room(tenant);
                if (head > room.channel.head()) {
                    tell(room, room.channel.catchUp(head));
                }
            });
        } catch (DatabaseUnavailable e) {
            LOG.debug("The log cannot be read at the moment", e);
        }
    }

    private void tell(Room room, List<LoggedEvent> added) {
        if (added.isEmpty()) {
            return;
        }
        var now = clock.instant();
        added.forEach(event -> metrics.numbered(Duration.between(event.at(), now)));
        followers.forEach(Follower::wake);
        for (var client : room.clients) {
            if (concerns(client, added)) {
                client.wake();
            }
        }
    }

    private static boolean concerns(Client client, List<LoggedEvent> events) {
        for (var event : events) {
            if (event.audience().includes(client.member())) {
                return true;
            }
        }
        return false;
    }

    private void watch() {
        for (var again = untold.size(); again > 0; again--) {
            Optional.ofNullable(untold.poll()).ifPresent(this::tellGone);
        }
        var nanos = System.nanoTime();
        var now = clock.instant();
        rooms.values()
                .forEach(room -> room.clients.forEach(client -> {
                    client.cutIfStalled(nanos);
                    client.wakeIfSilent(nanos);
                    if (!client.open()) {
                        client.cut();
                        leave(client);
                    } else if (client.until().isBefore(now)) {
                        client.close(REVOKED, "the token has ended");
                    }
                }));
    }

    private List<Channel> channels() {
        return rooms.values().stream().map(Room::channel).toList();
    }

    private Room room(TenantId tenant) {
        var room = rooms.get(tenant);
        return room != null ? room : open(tenant, 0);
    }

    private Room open(TenantId tenant, long head) {
        return rooms.computeIfAbsent(
                tenant,
                each -> new Room(
                        new Channel(each, log, config.window(), head), new Figures(), ConcurrentHashMap.newKeySet()));
    }
}
