package io.trunkline.backend.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.trunkline.backend.contacts.ContactsFeature;
import io.trunkline.backend.identity.IdentityFeature;
import io.trunkline.backend.interactions.InteractionsFeature;
import io.trunkline.backend.live.LiveConfig;
import io.trunkline.backend.live.LiveFeature;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.jobs.Leases;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.backend.presence.PresenceFeature;
import io.trunkline.backend.recordings.RecordingsFeature;
import io.trunkline.backend.routing.RoutingFeature;
import io.trunkline.backend.telephony.Outage;
import io.trunkline.backend.telephony.Spool;
import io.trunkline.backend.telephony.TelephonyConfig;
import io.trunkline.backend.telephony.TelephonyFeature;
import io.trunkline.model.TenantId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class QuestionsIT {
    private static final String NUMBER = "+12025550100";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Workers WORKERS = new Workers();

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @TempDir
    static Path folder;

    private static TenantId tenant;
    private static Spool spool;

    @BeforeAll
    static void aNumberWithAFlow() {
        tenant = POSTGRES.tenant();
        spool = new Spool(folder.resolve("spool"), WORKERS.executor("spool"));
        var queue = UUID.randomUUID();
        var flow = UUID.randomUUID();
        POSTGRES.tell("insert into queue (tenant_id, id, name) values ('%s', '%s', 'Sales')".formatted(tenant, queue));
        POSTGRES.tell("insert into flow (tenant_id, id, name, definition) values ('%s', '%s', 'Main', '%s')"
                .formatted(tenant, flow, flow(queue)));
        POSTGRES.tell(
                "insert into phone_number (tenant_id, id, number, label, flow_id) values ('%s', '%s', '%s', 'Main', '%s')"
                        .formatted(tenant, UUID.randomUUID(), NUMBER, flow));
    }

    @AfterAll
    static void stop() {
        WORKERS.close();
    }

    @Test
    void aRepeatGetsTheSameTwiml() {
        var answers = answers(POSTGRES.database());
        var first = answers.answer(inbound("CA1"));

        assertThat(first).contains("<Say", "Welcome", "<Gather");
        assertThat(answers.answer(inbound("CA1"))).isEqualTo(first);
        assertThat(calls("CA1")).isEqualTo("1");
    }

    @Test
    void aRepeatedDigitQueuesOnceWhateverTheRepeatSays() {
        var answers = answers(POSTGRES.database());
        answers.answer(inbound("CA2"));
        var first = answers.answer(step("CA2", "1"));

        assertThat(first).contains("<Enqueue");
        assertThat(answers.answer(step("CA2", "2"))).isEqualTo(first);
        assertThat(state("CA2")).isEqualTo("WAITING");
    }

    @Test
    void redirectedIsNeverAnAbandonment() {
        var answers = answers(POSTGRES.database());
        answers.answer(inbound("CA3"));
        answers.answer(step("CA3", "1"));

        answers.answer(result("CA3", "redirected"));
        assertThat(state("CA3")).isEqualTo("WAITING");
        answers.answer(result("CA3", "bridged"));
        answers.answer(result("CA3", "leave"));
        assertThat(state("CA3")).isEqualTo("WAITING");
        answers.answer(result("CA3", "hangup"));
        assertThat(state("CA3")).isEqualTo("COMPLETED ABANDONED");
        answers.answer(result("CA3", "redirected"));
        assertThat(state("CA3")).isEqualTo("COMPLETED ABANDONED");
    }

    @Test
    void aFullQueueTakesTheWayTheFlowNames() {
        var answers = answers(POSTGRES.database());
        answers.answer(inbound("CA6"));
        answers.answer(step("CA6", "1"));

        assertThat(answers.answer(result("CA6", "queue-full"))).contains("<Say", "<Hangup");
        assertThat(state("CA6")).isEqualTo("COMPLETED OVERFLOWED");
        assertThat(POSTGRES.ask("select count(*) from queue_entry e join leg l on l.interaction_id = e.interaction_id"
                        + " where l.call_sid = 'CA6'"))
                .isEqualTo("0");
    }

    @Test
    void digitsWhoseCallIsNotRecordedYetRecordIt() {
        var answers = answers(POSTGRES.database());
        answers.answer(step("CA4", "1"));
        answers.answer(inbound("CA4"));

        assertThat(state("CA4")).isEqualTo("WAITING");
        assertThat(calls("CA4")).isEqualTo("1");
    }

    @Test
    void whoHangsUpWhileTheirDigitIsOnItsWayIsNotLeftWaiting() {
        var answers = answers(POSTGRES.database());
        answers.answer(inbound("CA9"));
        answers.answer(result("CA9", "hangup"));
        answers.answer(step("CA9", "1"));

        assertThat(state("CA9")).isEqualTo("COMPLETED ABANDONED");
        assertThat(POSTGRES.ask("select count(*) from queue_entry e join leg l on l.interaction_id = e.interaction_id"
                        + " where l.call_sid = 'CA9'"))
                .isEqualTo("0");
        assertThat(POSTGRES.ask("select s.queue_name || ' ' || s.outcome from segment s"
                        + " join leg l on l.interaction_id = s.interaction_id where l.call_sid = 'CA9'"))
                .isEqualTo("Sales ABANDONED");
    }

    @Test
    void withTheDatabaseGoneCallersGoOnWithinTwoSecondsAndNothingIsLost() {
        var gone = POSTGRES.anotherNode();
        var answers = answers(gone);
        gone.close();

        var begun = System.nanoTime();
        assertThat(answers.answer(inbound("CA5"))).contains("<Gather");
        assertThat(answers.answer(step("CA5", "1"))).contains("<Enqueue");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(calls("CA5")).isEqualTo("0");

        answers(POSTGRES.database()).replay();

        assertThat(state("CA5")).isEqualTo("WAITING");
        assertThat(spool.isEmpty()).isTrue();
    }

    private static Answers answers(Database database) {
        var settings = Settings.of(Map.of(
                "identity.token-key", Base64.getEncoder().encodeToString(new byte[32]),
                "telephony.spool", folder.resolve("spool").toString()));
        var leases = new Leases(POSTGRES.database(), WORKERS, "test");
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var live = new LiveFeature(POSTGRES.database(), WORKERS, leases, LiveConfig.from(settings), CLOCK, meters);
        var identity = new IdentityFeature(settings, POSTGRES.database(), CLOCK);
        var interactions = new InteractionsFeature(database, live.log());
        var presence = new PresenceFeature(settings, "node-a", database, live.log(), CLOCK);
        var routing = new RoutingFeature(
                settings,
                database,
                CLOCK,
                WORKERS,
                leases,
                live.log(),
                identity.audit(),
                interactions,
                presence.presences());
        var recordings = new RecordingsFeature(settings, database, WORKERS, live.log());
        var telephony = new TelephonyFeature(
                TelephonyConfig.from(settings),
                database,
                WORKERS,
                CLOCK,
                live.log(),
                new ContactsFeature(database).contacts(),
                interactions,
                routing.routing(),
                recordings.recordings());
        telephony.directory().refresh();
        var questions = new VoiceQuestions(
                telephony.calls(),
                telephony.agentLegs(),
                telephony.deviceCalls(),
                telephony.directory(),
                new Links(URI.create("https://centre.example")));
        return new Answers(
                questions, telephony.notices(), Map.of(), spool, new Outage(CLOCK), WORKERS.executor("question"));
    }

    private static Asked inbound(String sid) {
        return asked(Links.INBOUND, sid, "ToCity=&FromCity=");
    }

    private static Asked step(String sid, String digits) {
        return asked(Links.STEP + "?step=menu&tries=0&turn=1", sid, "Digits=" + digits);
    }

    private static Asked result(String sid, String result) {
        return asked(Links.ENQUEUE_RESULT + "?step=sales&turn=1", sid, "QueueResult=" + result);
    }

    private static Asked asked(String path, String sid, String more) {
        var body = "CallSid=%s&From=%%2B12025550177&To=%%2B12025550100&%s".formatted(sid, more);
        return new Asked(tenant, path, body, CLOCK.instant());
    }

    private static String calls(String sid) {
        return POSTGRES.ask("select count(*) from leg where call_sid = '%s'".formatted(sid));
    }

    private static String state(String sid) {
        return POSTGRES.ask("""
                select i.state || coalesce(' ' || i.outcome, '') from interaction i
                join leg l on l.tenant_id = i.tenant_id and l.interaction_id = i.id where l.call_sid = '%s'""".formatted(sid));
    }

    private static String flow(UUID queue) {
        return """
                {"start": "hello", "language": "en-US", "steps": {
                  "hello": {"type": "say", "text": "Welcome", "next": "menu"},
                  "menu": {"type": "menu", "prompt": "Press 1", "choices": {"1": "sales", "2": "bye"},
                           "otherwise": "sales", "seconds": 5, "tries": 3},
                  "sales": {"type": "enqueue", "queue": "%s", "full": "bye"},
                  "bye": {"type": "hangUp", "text": "Bye", "outcome": "OVERFLOWED"}}}""".formatted(queue);
    }
}
