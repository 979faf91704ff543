package io.trunkline.backend.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trunkline.backend.identity.TestServer;
import io.trunkline.backend.identity.TestServer.Person;
import io.trunkline.backend.live.LiveConfig;
import io.trunkline.backend.live.LiveFeature;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.jobs.Leases;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.TenantId;
import io.trunkline.model.identity.Role;
import io.trunkline.model.interaction.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InteractionRoutesIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final Workers WORKERS = new Workers();
    private static final Leases LEASES = new Leases(POSTGRES.database(), WORKERS, "here");
    private static final LiveFeature LIVE = new LiveFeature(
            POSTGRES.database(),
            WORKERS,
            LEASES,
            LiveConfig.from(Settings.of(Map.of())),
            Clock.systemUTC(),
            new SimpleMeterRegistry());
    private static final InteractionsFeature FEATURE = new InteractionsFeature(POSTGRES.database(), LIVE.log());
    private static final TestServer SERVER = new TestServer(
            POSTGRES, Clock.systemUTC(), Map.of("identity.requests-per-minute", "10000"), FEATURE::routes);

    private final Interactions interactions = FEATURE.interactions();
    private String key = "";
    private TenantId tenant;
    private Plants plants;
    private Person boss;
    private Person ana;
    private Person ben;
    private QueueId sales;

    @AfterAll
    static void stop() {
        SERVER.close();
        LIVE.close();
        LEASES.close();
        WORKERS.close();
    }

    @BeforeEach
    void tenant() {
        key = "t-" + UUID.randomUUID();
        tenant = SERVER.tenant(key);
        plants = new Plants(POSTGRES, tenant);
        boss = SERVER.signIn(key, "admin@" + key + ".example");
        ana = SERVER.person(key, "Ana", Role.AGENT);
        ben = SERVER.person(key, "Ben", Role.AGENT);
        sales = plants.queue("Sales", false);
    }

    @Test
    void theDetailTellsTheWholeStory() throws InterruptedException {
        var told = new CountDownLatch(1);
        LIVE.hub()
                .onEvents(
                        "test",
                        (_, events) -> events.stream()
                                .filter(event -> event.type().equals("InteractionCompleted"))
                                .forEach(_ -> told.countDown()));
        var id = handled(ana);
        note(ana, id, UUID.randomUUID(), "Called back");
        in(tx -> interactions.completed(tx, id, null));
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();

        var detail = SERVER.get("/api/v1/interactions/" + id, boss).body();

        assertThat(detail.path("interaction").path("state").asText()).isEqualTo("COMPLETED");
        assertThat(detail.path("participants")).hasSize(2);
        assertThat(detail.path("segments").path(0).path("agent").path("name").asText())
                .isEqualTo("Ana");
        assertThat(detail.path("notes").path(0).path("text").asText()).isEqualTo("Called back");
        assertThat(detail.path("notes").path(0).path("author").path("name").asText())
                .isEqualTo("Ana");
        assertThat(detail.path("timeline").findValuesAsText("kind"))
                .containsExactly(
                        "InteractionOpened",
                        "InteractionQueued",
                        "InteractionAnswered",
                        "InteractionEnded",
                        "NoteAdded",
                        "InteractionCompleted");
    }

    @Test
    void aNoteSentTwiceIsWrittenOnceToTheLetter() {
        var id = handled(ana);
        var command = UUID.randomUUID();
        var text = "=1+1 <b>'; drop table note; -- \u202E👩‍👩‍👧 \\0";

        var first = note(ana, id, command, text);
        var again = note(ana, id, command, text);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.body().path("text").asText()).isEqualTo(text);
        assertThat(POSTGRES.ask("select count(*) from note where interaction_id = '%s'".formatted(id)))
                .isEqualTo("1");
        assertThat(POSTGRES.ask("select text from note where interaction_id = '%s'".formatted(id)))
                .isEqualTo(text);
        assertThat(note(boss, id, command, text).status()).isEqualTo(409);
    }

    @Test
    void badNotesAreRefusedWithTheirField() {
        var id = handled(ana);

        assertThat(note(ana, id, UUID.randomUUID(), " ").field()).isEqualTo("text");
        assertThat(note(ana, id, UUID.randomUUID(), "a\u0000b").field()).isEqualTo("text");
        assertThat(note(ana, id, UUID.randomUUID(), "x".repeat(10_001)).field()).isEqualTo("text");
        var path = "/api/v1/interactions/" + id + "/notes";
        assertThat(SERVER.call("POST", path, ana.token(), Map.of("text", "x")).field())
                .isEqualTo("command");
        assertThat(SERVER.call("POST", path, ana.token(), Map.of("command", "x", "text", "x"))
                        .field())
                .isEqualTo("command");
    }

    @Test
    void anAgentSeesWhatTheyTookPartInAndTheirQueuesOnly() {
        var handled = handled(ana);
        var waiting = in(tx -> interactions.queued(tx, open(tx), sales)).id();

        assertThat(ids("", ana)).containsExactly(handled);
        assertThat(ids("", ben)).isEmpty();
        assertThat(ids("", boss)).containsExactly(waiting, handled);
        assertThat(SERVER.get("/api/v1/interactions/" + handled, ben).status()).isEqualTo(404);
        assertThat(note(ben, handled, UUID.randomUUID(), "not mine").status()).isEqualTo(404);

        plants.member(sales, new AgentId(ben.id()));
        assertThat(ids("", ben)).containsExactly(waiting, handled);
        assertThat(SERVER.get("/api/v1/interactions/" + handled, ben).status()).isEqualTo(200);
    }

    @Test
    void filtersNarrowAndPagesGoThroughEverythingOnce() {
        var all = new ArrayList<InteractionId>();
        for (var number = 0; number < 7; number++) {
            all.addFirst(handled(number % 2 == 0 ? ana : ben));
        }

        assertThat(ids("agent=" + ben.id(), boss)).hasSize(3);
        assertThat(ids("queue=" + sales + "&state=WRAPPING&channel=VOICE", boss))
                .hasSize(7);
        assertThat(ids("state=COMPLETED", boss)).isEmpty();
        assertThat(ids("to=2020-01-01T00:00:00Z", boss)).isEmpty();
        assertThat(ids("from=2020-01-01T00:00:00Z&limit=3", boss)).containsExactlyElementsOf(all);
        assertThat(SERVER.get("/api/v1/interactions?state=GONE", boss).field()).isEqualTo("state");
        assertThat(SERVER.get("/api/v1/interactions?cursor=nonsense", boss).field())
                .isEqualTo("cursor");
        assertThat(SERVER.get("/api/v1/interactions?from=yesterday", boss).field())
                .isEqualTo("from");
    }

    @Test
    void dispositionsAreKeptPerQueueOrForAll() {
        var everywhere = create("/api/v1/dispositions", "Solved");
        var inSales = create("/api/v1/queues/" + sales + "/dispositions", "Sold");
        assertThat(SERVER.call("POST", "/api/v1/dispositions", boss.token(), Map.of("name", "Solved"))
                        .status())
                .isEqualTo(409);
        assertThat(SERVER.call("POST", "/api/v1/dispositions", boss.token(), Map.of("name", ""))
                        .field())
                .isEqualTo("name");
        assertThat(SERVER.call(
                                "POST",
                                "/api/v1/queues/" + Ids.next() + "/dispositions",
                                boss.token(),
                                Map.of("name", "x"))
                        .status())
                .isEqualTo(404);

        var path = "/api/v1/dispositions/" + inSales;
        assertThat(SERVER.call("PATCH", path, boss.token(), Map.of("name", "Bought"))
                        .body()
                        .path("name")
                        .asText())
                .isEqualTo("Bought");
        assertThat(names("/api/v1/queues/" + sales + "/dispositions")).containsExactly("Solved", "Bought");
        assertThat(SERVER.call("DELETE", path, boss.token(), null).status()).isEqualTo(204);
        assertThat(SERVER.call("DELETE", path, boss.token(), null).status()).isEqualTo(404);
        assertThat(names("/api/v1/dispositions")).containsExactly("Solved");
        assertThat(create("/api/v1/queues/" + sales + "/dispositions", "Bought"))
                .isEqualTo(inSales);
        assertThat(everywhere).isNotEqualTo(inSales);
        assertThat(SERVER.call("POST", "/api/v1/dispositions", ana.token(), Map.of("name", "x"))
                        .status())
                .isEqualTo(403);
    }

    private InteractionId handled(Person agent) {
        return in(tx -> {
                    var id = open(tx);
                    interactions.queued(tx, id, sales);
                    interactions.answered(tx, id, new AgentId(agent.id()));
                    return interactions.ended(tx, id, Outcome.HANDLED);
                })
                .id();
    }

    private InteractionId open(Tx tx) {
        return interactions.open(tx, plants.call(plants.contact("Carla"))).id();
    }

    private TestServer.Answer note(Person author, InteractionId id, UUID command, String text) {
        return SERVER.call(
                "POST",
                "/api/v1/interactions/" + id + "/notes",
                author.token(),
                Map.of("command", command.toString(), "text", text));
    }

    private List<InteractionId> ids(String query, Person person) {
        var found = new ArrayList<InteractionId>();
        var path = "/api/v1/interactions?" + query;
        JsonNode page;
        var next = "";
        do {
            page = SERVER.get(path + next, person).body();
            page.path("items")
                    .forEach(each -> found.add(InteractionId.of(each.path("id").asText())));
            next = "&cursor=" + page.path("next").asText();
        } while (page.has("next"));
        return found;
    }

    private String create(String path, String name) {
        var created = SERVER.call("POST", path, boss.token(), Map.of("name", name));
        assertThat(created.status()).isEqualTo(201);
        return created.body().path("id").asText();
    }

    private List<String> names(String path) {
        return SERVER.get(path, ana).body().findValuesAsText("name");
    }

    private <T> T in(java.util.function.Function<Tx, T> work) {
        return POSTGRES.database().inTenant(tenant, work);
    }
}
