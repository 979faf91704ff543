package io.trunkline.launcher.kill;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Rest;
import io.trunkline.model.identity.Role;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// Agents at their desks, customers on the line, and a supervisor who watches.
final class Shift implements AutoCloseable {
    private static final String LOGIN = "/api/v1/login";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Semaphore door = new Semaphore(4);
    private final Centre centre;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Customers customers;
    private final String supervisorToken;
    private final Feed witness;
    private final List<Agent> agents;
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private int caller;

    Shift(Centre centre, int agents, int live, long seed) {
        this.centre = centre;
        customers = new Customers(centre.simulator(), live);
        supervisorToken = token(Demo.SUPERVISOR);
        witness = feed(supervisorToken);
        start(witness);
        this.agents = hire(agents, seed);
        start(customers);
    }

    Customers customers() {
        return customers;
    }

    List<Agent> agents() {
        return agents;
    }

    Feed witness() {
        return witness;
    }

    /// What the log tells the supervisor when asked from the beginning.
    SortedMap<Long, String> replayed(long until) {
        return replayed(feed(supervisorToken), until);
    }

    SortedMap<Long, String> replayed(Agent agent, long until) {
        return replayed(agent.feed().again(), until);
    }

    private SortedMap<Long, String> replayed(Feed feed, long until) {
        start(feed);
        Wait.until(
                PATIENCE,
                () -> feed.position() >= until,
                () -> "replayed to %d of %d".formatted(feed.position(), until));
        feed.end();
        return feed.told();
    }

    /// Lets agents call out, one after the other.
    void dial(int calls) {
        for (var call = 0; call < calls; call++) {
            agents.get(caller++ % agents.size()).call(customers.number());
        }
    }

    /// Nobody phones any more, and whoever is on the line hangs up.
    void close(Sql sql, Duration patience) {
        customers.end();
        agents.forEach(Agent::leave);
        Wait.until(
                patience,
                () -> {
                    customers.hangUpAll();
                    Wait.briefly(200);
                    return customers.live().isEmpty() && Reckoning.open(sql).isEmpty();
                },
                () -> "%d calls are live and still open: %s%nThe backend said last:%n%s"
                        .formatted(
                                customers.live().size(),
                                String.join("\n", Reckoning.open(sql)),
                                centre.backendProgram().lastWords()));
    }

    private List<Agent> hire(int number, long seed) {
        var admin = centre.backend().as(token(Demo.ADMINISTRATOR));
        var queues = StreamSupport.stream(admin.get("/api/v1/queues").spliterator(), false)
                .map(queue -> queue.path("id").asText())
                .toList();
        return all(number, at -> {
            var email = "agent%d@demo.example".formatted(at);
            var token = entered(admin, email, at, queues);
            var agent = new Agent(centre.backend().as(token), token, http, seed + at);
            agent.parts().forEach(this::start);
            agent.available();
            return agent;
        });
    }

    /// A few at a time: each makes two hashes of a password, which are slow on purpose.
    private String entered(Rest admin, String email, int at, List<String> queues) {
        door.acquireUninterruptibly();
        try {
            admin.post("/api/v1/users", person(email, at, queues));
            return token(email);
        } finally {
            door.release();
        }
    }

    private Map<String, Object> person(String email, int at, List<String> queues) {
        return Map.of(
                "name",
                "Agent " + at,
                "email",
                email,
                "password",
                centre.secrets().password(),
                "roles",
                Set.of(Role.AGENT),
                "queues",
                queues,
                "skills",
                Map.of());
    }

    private <T> List<T> all(int number, Function<Integer, T> work) {
        try {
            var begun = IntStream.range(0, number)
                    .mapToObj(at -> threads.submit(() -> work.apply(at)))
                    .toList();
            var done = new ArrayList<T>();
            for (var one : begun) {
                done.add(one.get());
            }
            return List.copyOf(done);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What went wrong with somebody, of which nobody else would hear.
    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    private void start(Runnable part) {
        threads.execute(() -> {
            try {
                part.run();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        });
    }

    private Feed feed(String token) {
        return new Feed(http, Feed.at(centre.backendAddress()), token, _ -> {});
    }

    private String token(String email) {
        Rest backend = centre.backend();
        JsonNode session = backend.post(
                LOGIN,
                Map.of(
                        "tenant",
                        Demo.TENANT,
                        "email",
                        email,
                        "password",
                        centre.secrets().password()));
        return session.path("accessToken").asText();
    }

    @Override
    public void close() {
        customers.end();
        witness.end();
        agents.forEach(Agent::end);
        threads.shutdownNow();
        http.shutdownNow();
    }
}
