package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.Waits;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.call.NewCall;
import io.trunkline.model.call.Switch;
import io.trunkline.model.call.TargetKind;
import io.trunkline.model.call.Transfer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallDeskIT {
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
    void anOutboundCallBelongsToTheChosenQueueAndIsAnsweredWhenTheContactPicksUp() {
        var sales = centre.queue("Sales");
        var ana = centre.agent("Ana");

        var started = centre.post(ana, "calls", new NewCall(command(), "+12025550185", sales));
        assertThat(started.status()).as(started.toString()).isEqualTo(201);
        var call = InteractionId.of(started.body().path("interaction").asText());
        assertThat(segment(call)).isEqualTo("Sales Ana dialling");
        assertThat(of("state || ' ' || queue_id || ' ' || coalesce(answered_at::text, '-')", call))
                .isEqualTo("ACTIVE " + sales + " -");
        assertThat(acceptedAt(call)).isEmpty();

        CLOCK.pass(Duration.ofSeconds(12));
        centre.contactLeg(call, "CA-out", LegState.RINGING);
        assertThat(segment(call)).isEqualTo("Sales Ana dialling");
        centre.contactLeg(call, "CA-out", LegState.IN_PROGRESS);

        assertThat(segment(call)).isEqualTo("Sales Ana 00:00:12");
        assertThat(of("extract(epoch from answered_at - opened_at)::int", call)).isEqualTo("12");
        assertThat(acceptedAt(call)).isNotEmpty();
        assertThat(POSTGRES.ask("select count(*) from segment where interaction_id = '%s'".formatted(call)))
                .isEqualTo("1");
    }

    @Test
    void afterATransferTheConferenceIsKnownByItsNewNameSoThatNobodyAsksForTheOldOne() {
        var sales = centre.queue("Sales");
        var ana = centre.agent("Ana", sales);
        var call = centre.arrives("CA-moved", sales);
        var offer = centre.reservation(call, "OFFERED");
        centre.accept(ana, offer);
        centre.arrives(ana, offer, "CA-moved-agent");
        centre.joins(call, "CA-moved", "CF-first");
        CLOCK.pass(Duration.ofSeconds(1));
        centre.joins(call, "CA-moved", "CF-second");

        centre.post(ana, "interactions/%s/call/hold".formatted(call), new Switch(new CommandId(Ids.next()), true));

        Waits.until(
                "the hold",
                () -> centre.orders.stream()
                        .anyMatch(order ->
                                order instanceof CarrierOrder.Hold hold && "CF-second".equals(hold.conference())));
    }

    @Test
    void anOutboundCallNobodyAnswersFailsAndLeavesAWrapUp() {
        var ana = centre.agent("Ana");
        var call = call(ana, null);

        CLOCK.pass(Duration.ofSeconds(15));
        centre.contactLeg(call, "CA-busy", LegState.BUSY);

        assertThat(of("state || ' ' || outcome || ' ' || coalesce(answered_at::text, '-')", call))
                .isEqualTo("WRAPPING FAILED -");
        centre.reservation(call, "WRAPPING");
    }

    @Test
    void anOutboundCallForAQueueThatIsNotThereIsRefused() {
        var ana = centre.agent("Ana");

        var answer = centre.post(ana, "calls", new NewCall(command(), "+12025550185", new QueueId(Ids.next())));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo("queue");
    }

    @Test
    void anOutboundCallWhoseDeviceNeverComesIsGivenUp() {
        var ana = centre.agent("Ana");
        var call = call(ana, null);

        CLOCK.pass(Duration.ofSeconds(21));

        centre.reservation(call, "WRAPPING");
        assertThat(of("state || ' ' || outcome", call)).isEqualTo("WRAPPING FAILED");
    }

    @Test
    void aDeviceThatNeverComesLetsTheContactWaitAgainBeforeThoseWhoCameLater() {
        var sales = centre.queue("Sales");
        var ana = centre.agent("Ana", sales);
        var call = centre.arrives("CA-first", sales);
        assertThat(centre.accept(ana, centre.reservation(call, "OFFERED")).status())
                .isEqualTo(204);
        CLOCK.pass(Duration.ofSeconds(5));
        var later = centre.arrives("CA-later", sales);

        CLOCK.pass(Duration.ofSeconds(16));

        Waits.until("the contact to wait again", () -> of("state", call).equals("WAITING"));
        assertThat(POSTGRES.ask("select agent_id from reservation where interaction_id = '%s' and state = 'WRAPPING'"
                        .formatted(call)))
                .isEqualTo(ana.id().toString());
        var ben = centre.agent("Ben", sales);
        var again = centre.reservation(call, "OFFERED");
        assertThat(POSTGRES.ask("select agent_id from reservation where id = '%s'".formatted(again)))
                .isEqualTo(ben.id().toString());
        assertThat(POSTGRES.ask("select count(*) from reservation where interaction_id = '%s'".formatted(later)))
                .isEqualTo("0");
    }

    @Test
    void aTransferToAFullQueueIsRefusedAndTheContactStays() {
        var sales = centre.queue("Sales");
        var help = centre.queue("Help");
        POSTGRES.tell("update queue set max_waiting = 1 where id = '%s'".formatted(help));
        var ana = centre.agent("Ana", sales);
        var call = centre.arrives("CA-in", sales);
        centre.accept(ana, centre.reservation(call, "OFFERED"));
        centre.arrives("CA-other", help);

        var refused = centre.post(
                ana,
                "interactions/%s/call/transfer".formatted(call),
                new Transfer(command(), TargetKind.QUEUE, help.toString()));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).isEqualTo("That queue is full; the contact is still with you.");
        assertThat(of("state", call)).isEqualTo("ACTIVE");
    }

    private InteractionId call(io.trunkline.backend.identity.TestServer.Person agent, QueueId queue) {
        var started = centre.post(agent, "calls", new NewCall(command(), "+12025550185", queue));
        assertThat(started.status()).as(started.toString()).isEqualTo(201);
        return InteractionId.of(started.body().path("interaction").asText());
    }

    private static CommandId command() {
        return new CommandId(Ids.next());
    }

    private static String of(String what, InteractionId call) {
        return POSTGRES.ask("select %s from interaction where id = '%s'".formatted(what, call));
    }

    private static String acceptedAt(InteractionId call) {
        return POSTGRES.ask(
                "select coalesce(accepted_at::text, '') from reservation where interaction_id = '%s'".formatted(call));
    }

    private static String segment(InteractionId call) {
        return POSTGRES.ask("""
                select queue_name || ' ' || agent_name || ' ' || coalesce((answered_at - started_at)::text, 'dialling')
                from segment where interaction_id = '%s'""".formatted(call));
    }
}
