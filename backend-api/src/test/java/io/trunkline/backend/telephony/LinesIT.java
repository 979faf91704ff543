package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.identity.TestServer.Answer;
import io.trunkline.backend.identity.TestServer.Person;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.call.CallQuality;
import io.trunkline.model.call.QualityReport;
import io.trunkline.model.call.TalkWay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Agents' lines: how they choose to talk, and how the line was.
class LinesIT {
    private static final TestClock CLOCK = new TestClock();

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(CLOCK);

    private CallCentre centre;

    @BeforeEach
    void open() {
        centre = new CallCentre(POSTGRES, CLOCK);
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void anAgentTalksByTheirDeviceUntilTheyChooseAPhoneWhichIsKeptAsItIsDialledAndAudited() {
        var ana = centre.agent("Ana");
        assertThat(way(ana).path("kind").asText()).isEqualTo("DEVICE");

        var chosen = choose(ana, TalkWay.Kind.PHONE, "911 23 45 67");

        assertThat(chosen.status()).as(chosen.toString()).isEqualTo(200);
        assertThat(way(ana).path("address").asText()).isEqualTo("+34911234567");
        assertThat(POSTGRES.ask("select count(*) from audit where tenant_id = '%s' and action = 'talk-way.changed'"
                        .formatted(centre.tenant)))
                .isEqualTo("1");
        assertThat(choose(ana, TalkWay.Kind.DEVICE, null).status()).isEqualTo(200);
        assertThat(way(ana).path("kind").asText()).isEqualTo("DEVICE");
    }

    @Test
    void whatCannotBeDialledIsNoWayToTalk() {
        var ana = centre.agent("Ana");

        assertThat(choose(ana, TalkWay.Kind.PHONE, "my desk").status()).isEqualTo(400);
        assertThat(choose(ana, TalkWay.Kind.PHONE, null).status()).isEqualTo(400);
        assertThat(choose(ana, TalkWay.Kind.DEVICE, "+12025550143").status()).isEqualTo(400);
        assertThat(choose(ana, TalkWay.Kind.SIP, "ana@pbx.example.com").status())
                .isEqualTo(400);
        assertThat(choose(ana, TalkWay.Kind.SIP, "sip:ana@pbx.example.com;x=<y>")
                        .status())
                .isEqualTo(400);
        assertThat(choose(ana, TalkWay.Kind.SIP, "sip:ana@pbx.example.com:5061").status())
                .isEqualTo(200);
    }

    @Test
    void aNumberOfTheCentreItselfIsNoWayToTalk() {
        var ours = "+34911" + ThreadLocalRandom.current().nextInt(100_000, 999_999);
        POSTGRES.tell("insert into phone_number (tenant_id, id, number, label) values ('%s', '%s', '%s', 'Second')"
                .formatted(centre.tenant, UUID.randomUUID(), ours));
        centre.telephony.directory().refresh();

        var refused = choose(centre.agent("Ana"), TalkWay.Kind.PHONE, ours);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().toString()).contains("centre itself");
    }

    @Test
    void howTheLineWasIsToldOnceAndReadInTheLedgerAlsoAfterTheCall() {
        var sales = centre.queue("Sales");
        var ana = centre.agent("Ana", sales);
        var call = talking(ana, "CA-quality", centre.arrives("CA-quality", sales));
        centre.contactLeg(call, "CA-quality", LegState.COMPLETED);
        CLOCK.pass(Duration.ofMinutes(10));
        var report = report(4.2);

        assertThat(tell(ana, call, report).status()).isEqualTo(204);
        assertThat(tell(ana, call, report).status()).isEqualTo(204);

        var detail = centre.server.call("GET", "/api/v1/interactions/" + call, ana.token(), null);
        assertThat(detail.body().path("qualities")).hasSize(1);
        var told = detail.body().path("qualities").path(0);
        assertThat(told.path("agent").path("name").asText()).isEqualTo("Ana");
        assertThat(told.path("quality").path("mos").asDouble()).isEqualTo(4.2);
        assertThat(told.path("quality").path("warnings").path(0).asText()).isEqualTo("high-jitter");
    }

    @Test
    void nobodyTellsOfCallsOfOthersOrOfLongAgoOrWhatCannotBe() {
        var sales = centre.queue("Sales");
        var ana = centre.agent("Ana", sales);
        var call = talking(ana, "CA-others", centre.arrives("CA-others", sales));
        var ben = centre.agent("Ben");

        assertThat(tell(ben, call, report(4.2)).status()).isEqualTo(404);
        var wrong = tell(ana, call, report(7));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().toString()).contains("quality.mos");

        centre.agentLeg(call, LegState.COMPLETED);
        CLOCK.pass(Duration.ofDays(2));
        var ana2 = centre.again(ana);
        assertThat(tell(ana2, call, report(4.2)).status()).isEqualTo(409);
    }

    private InteractionId talking(Person agent, String sid, InteractionId call) {
        var offer = centre.reservation(call, "OFFERED");
        assertThat(centre.accept(agent, offer).status()).isEqualTo(204);
        centre.arrives(agent, offer, "CA-of-" + sid);
        return call;
    }

    private JsonNode way(Person agent) {
        return centre.server
                .call("GET", "/api/v1/talk-way", agent.token(), null)
                .body();
    }

    private Answer choose(Person agent, TalkWay.Kind kind, String address) {
        return centre.server.call("PUT", "/api/v1/talk-way", agent.token(), new TalkWay(kind, address));
    }

    private Answer tell(Person agent, InteractionId call, QualityReport report) {
        return centre.post(agent, "interactions/%s/call/quality".formatted(call), report);
    }

    private static QualityReport report(double mos) {
        var now = CLOCK.instant();
        var quality = new CallQuality(
                mos, 3.9, 0.01, 12, 30, 80, 140, 61, "opus", List.of("high-jitter"), now.minusSeconds(61), now);
        return new QualityReport(new CommandId(Ids.next()), quality);
    }
}
