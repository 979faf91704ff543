package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.backend.Waits;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.identity.TestServer.Person;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.NewCall;
import io.trunkline.model.call.Switch;
import io.trunkline.model.call.TalkWay;
import io.trunkline.model.call.TargetKind;
import io.trunkline.model.call.Transfer;
import io.trunkline.model.interaction.Command;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Agents who talk by a telephone of theirs, which the backend dials.
class AgentLinesIT {
    private static final String PHONE = "+34911234567";
    private static final TestClock CLOCK = new TestClock();

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(CLOCK);

    private final Semaphore slow = new Semaphore(0);
    private CallCentre centre;
    private QueueId sales;
    private Person ana;
    private String sid;

    @BeforeEach
    void anAgentTalksByPhone() {
        centre = new CallCentre(POSTGRES, CLOCK);
        sales = centre.queue("Sales");
        ana = centre.agent("Ana", sales);
        centre.server.call("PUT", "/api/v1/talk-way", ana.token(), new TalkWay(TalkWay.Kind.PHONE, PHONE));
        sid = "CA-" + Ids.next();
    }

    @AfterEach
    void close() {
        slow.release();
        centre.close();
    }

    @Test
    void thePhoneIsDialledAfterTheAcceptanceAndTheContactJoinsWhenItIsAnswered() {
        var call = accepted();
        var line = line(call);

        assertThat(orders(call, CarrierOrder.Join.class)).isEmpty();
        centre.told(line, LegState.RINGING);
        assertThat(orders(call, CarrierOrder.Join.class)).isEmpty();
        centre.told(line, LegState.IN_PROGRESS);

        Waits.until(
                "the contact to join",
                () -> orders(call, CarrierOrder.Join.class).size() == 1);
        assertThat(orders(call, CarrierOrder.Dial.class).getFirst().seconds()).isEqualTo(25);
        CLOCK.pass(Duration.ofMinutes(2));
        assertThat(stateOf(call)).isEqualTo("ACTIVE");
    }

    @Test
    void anUnansweredPhoneSendsTheContactBackToTheFrontOfTheQueueAndTheAgentAway() {
        var call = accepted();
        CLOCK.pass(Duration.ofSeconds(1));
        var later = centre.arrives(sid + "-later", sales);
        var line = line(call);

        centre.told(line, LegState.NO_ANSWER);

        Waits.until("the contact to wait again", () -> stateOf(call).equals("WAITING"));
        assertThat(POSTGRES.ask(
                        "select state || ' ' || reason from presence where agent_id = '%s'".formatted(ana.id())))
                .isEqualTo("AWAY Line not answered");
        centre.reservation(call, "COMPLETED");
        assertThat(POSTGRES.ask("select count(*) from slot where agent_id = '%s'".formatted(ana.id())))
                .isEqualTo("0");
        centre.agent("Ben", sales);
        assertThat(centre.reservation(call, "OFFERED")).isNotNull();
        assertThat(POSTGRES.ask("select count(*) from reservation where interaction_id = '%s'".formatted(later)))
                .isEqualTo("0");
    }

    @Test
    void aPhoneIsMutedAtTheCarrierAndStaysMutedWhenItIsDialledAgain() {
        var call = talking();
        var reservation = centre.reservation(call, "ACCEPTED");

        mute(call, true);
        Waits.until("the phone to be muted", () -> muted(call));
        assertThat(mutes(call)).containsExactly(true);
        assertThat(state(call).path("parties").findValues("muted").toString()).contains("true");
        centre.told(line(call), LegState.COMPLETED);
        assertThat(state(call).path("agentLost").asBoolean()).isTrue();

        wantLeg(reservation);
        wantLeg(reservation);
        Waits.until(
                "the phone to be dialled again",
                () -> lines(call) == 2 && !line(call).isEmpty());
        assertThat(orders(call, CarrierOrder.Dial.class).stream().map(CarrierOrder.Dial::silent))
                .as("whether the phone is dialled so that it is not heard from its first moment")
                .containsExactly(false, true);
        centre.told(line(call), LegState.IN_PROGRESS);

        assertThat(state(call).path("agentLost").asBoolean()).isFalse();
        assertThat(muted(call)).isTrue();
        mute(call, false);
        Waits.until("the phone to be heard", () -> !muted(call));
        assertThat(mutes(call)).containsExactly(true, false);
    }

    @Test
    void aPhoneIsShownAsMutedOnceTheCarrierHasMutedItAndNotBefore() {
        var call = talking();
        centre.replies = slowly(CallCentre.done());

        mute(call, true);
        Waits.until("the carrier to be asked", () -> mutes(call).equals(List.of(true)));
        assertThat(muted(call)).isFalse();
        assertThat(toldMuted(call)).isFalse();

        slow.release();
        Waits.until("the phone to be muted", () -> muted(call));
        assertThat(toldMuted(call)).isTrue();
    }

    @Test
    void aPhoneThatTheCarrierDoesNotMuteIsShownAsHeardAndMayBeMutedAgain() {
        var call = talking();
        centre.replies = slowly(new Reply.Refused(0, "no"));
        var told = told(call);

        mute(call, true);
        slow.release();
        Waits.until("desktops to be told how it is", () -> told(call) > told);
        assertThat(muted(call)).isFalse();

        centre.replies = _ -> CallCentre.done();
        mute(call, true);
        Waits.until("the phone to be muted", () -> muted(call));
    }

    @Test
    void aPhoneThatIsMutedAndHeardInQuickTurnsEndsAsWasWishedLast() {
        var call = talking();
        centre.replies = slowly(CallCentre.done());
        for (var on : List.of(true, false, true, false)) {
            mute(call, on);
        }

        slow.release();

        Waits.until("all to be done", () -> done(call) == 4);
        assertThat(mutes(call)).containsExactly(true, false, true, false);
        assertThat(muted(call)).isFalse();
    }

    @Test
    void whatIsWishedWhileThePhoneRingsFollowsWhenItIsAnswered() {
        var call = accepted();
        var line = line(call);
        centre.told(line, LegState.RINGING);
        mute(call, true);
        assertThat(muted(call)).as("of a phone nobody hears").isTrue();
        centre.replies = slowly(CallCentre.done());

        centre.joins(call, line, "CF-line");
        assertThat(muted(call)).as("as it was dialled").isFalse();
        centre.told(line, LegState.IN_PROGRESS);
        assertThat(muted(call)).isFalse();

        slow.release();
        Waits.until("the phone to be muted", () -> muted(call));
        assertThat(mutes(call)).containsExactly(true);
    }

    @Test
    void aPhoneThatIsGoneBeforeItIsMutedIsDialledAgainMuted() {
        var call = talking();
        var reservation = centre.reservation(call, "ACCEPTED");
        centre.replies = order -> order instanceof CarrierOrder.Mute ? new Reply.Gone() : CallCentre.done();

        mute(call, true);
        Waits.until("the wish to be written down", () -> muted(call));
        centre.told(line(call), LegState.COMPLETED);
        wantLeg(reservation);

        Waits.until(
                "the phone to be dialled again",
                () -> orders(call, CarrierOrder.Dial.class).size() == 2);
        assertThat(orders(call, CarrierOrder.Dial.class).getLast().silent()).isTrue();
    }

    @Test
    void aMuteThatIsDoneAfterTheCallWasPassedOnIsNotThatOfTheNextAgent() {
        var call = talking();
        centre.replies = slowly(CallCentre.done());
        mute(call, true);
        Waits.until("the carrier to be asked", () -> mutes(call).equals(List.of(true)));
        var passed = centre.post(
                ana,
                "interactions/%s/call/transfer".formatted(call),
                new Transfer(new CommandId(Ids.next()), TargetKind.QUEUE, sales.toString()));
        assertThat(passed.status()).as(passed.toString()).isEqualTo(200);

        slow.release();

        Waits.until("it to be done", () -> done(call) == 1);
        assertThat(muted(call)).isFalse();
    }

    @Test
    void aPhoneThatIsAnsweredAfterItsAgentWasGivenUpChangesNothingForTheNext() {
        var call = accepted();
        var late = line(call);
        CLOCK.pass(Duration.ofMinutes(1));
        Waits.until("the contact to wait again", () -> stateOf(call).equals("WAITING"));
        var ben = centre.agent("Ben", sales);
        var offer = centre.reservation(call, "OFFERED");
        assertThat(centre.accept(ben, offer).status()).isEqualTo(204);
        assertThat(centre.arrives(ben, offer, sid + "-ben")).isTrue();
        centre.telephony.agentLegs().answered();
        Waits.until(
                "the contact to join",
                () -> orders(call, CarrierOrder.Join.class).size() == 1);
        centre.post(ben, "interactions/%s/call/mute".formatted(call), new Switch(new CommandId(Ids.next()), true));

        centre.joins(call, late, "CF-late");
        centre.told(late, LegState.IN_PROGRESS);

        assertThat(muted(call)).isTrue();
        assertThat(mutes(call)).isEmpty();
        assertThat(orders(call, CarrierOrder.Join.class)).hasSize(1);
    }

    @Test
    void aPhoneThatStillRingsIsHungUpWhenTheContactLeaves() {
        var call = accepted();
        var line = line(call);

        centre.told(sid, LegState.COMPLETED);

        Waits.until(
                "the phone to ring no more",
                () -> orders(call, CarrierOrder.HangUp.class)
                        .contains(new CarrierOrder.HangUp(call, new CallSid(line))));
        centre.told(line, LegState.CANCELED);
        assertThat(POSTGRES.ask("select reason is null from presence where agent_id = '%s'".formatted(ana.id())))
                .isEqualTo("t");
    }

    @Test
    void whoCallsOutIsRungFirstAndTheContactAfterwards() {
        var started = centre.post(ana, "calls", new NewCall(new CommandId(Ids.next()), "+12025550185", sales));
        assertThat(started.status()).as(started.toString()).isEqualTo(201);
        var call = InteractionId.of(started.body().path("interaction").asText());
        var line = line(call);
        assertThat(dialled(call)).containsExactly(PHONE);

        centre.told(line, LegState.IN_PROGRESS);

        Waits.until("the contact to be dialled", () -> dialled(call).equals(List.of(PHONE, "+12025550185")));
    }

    @Test
    void onlyWhoHoldsTheCallAndTalksByALineHasItDialled() {
        var call = talking();
        var reservation = centre.reservation(call, "ACCEPTED");
        var ben = centre.agent("Ben");

        assertThat(centre.post(ben, "reservations/%s/leg".formatted(reservation), command())
                        .status())
                .isEqualTo(404);
        centre.server.call("PUT", "/api/v1/talk-way", ana.token(), TalkWay.DEVICE);
        assertThat(centre.post(ana, "reservations/%s/leg".formatted(reservation), command())
                        .status())
                .isEqualTo(409);
        assertThat(lines(call)).isEqualTo(1);
    }

    private InteractionId accepted() {
        var call = centre.arrives(sid, sales);
        var offer = centre.reservation(call, "OFFERED");
        assertThat(centre.accept(ana, offer).status()).isEqualTo(204);
        return call;
    }

    private InteractionId talking() {
        var call = accepted();
        centre.told(line(call), LegState.IN_PROGRESS);
        Waits.until(
                "the contact to join",
                () -> orders(call, CarrierOrder.Join.class).size() == 1);
        return call;
    }

    /// The carrier's name of the agent's last leg.
    private String line(InteractionId call) {
        var last = """
                select coalesce(call_sid, '') from leg where interaction_id = '%s' and role = 'AGENT'
                order by id desc limit 1""".formatted(call);
        Waits.until("the phone to be dialled", () -> !POSTGRES.ask(last).isEmpty());
        return POSTGRES.ask(last);
    }

    private int lines(InteractionId call) {
        return Integer.parseInt(POSTGRES.ask(
                "select count(*) from leg where interaction_id = '%s' and role = 'AGENT'".formatted(call)));
    }

    private void wantLeg(ReservationId reservation) {
        assertThat(centre.post(ana, "reservations/%s/leg".formatted(reservation), command())
                        .status())
                .isEqualTo(204);
    }

    private void mute(InteractionId call, boolean on) {
        centre.post(ana, "interactions/%s/call/mute".formatted(call), new Switch(new CommandId(Ids.next()), on));
    }

    /// Takes its time over muting until it is let go; then replies with this.
    private Function<CarrierOrder, Reply> slowly(Reply reply) {
        return order -> {
            if (!(order instanceof CarrierOrder.Mute)) {
                return CallCentre.done();
            }
            slow.acquireUninterruptibly();
            slow.release();
            return reply;
        };
    }

    private static boolean muted(InteractionId call) {
        return POSTGRES.ask("select muted from call where interaction_id = '%s'".formatted(call))
                .equals("t");
    }

    /// Whether the last that desktops were told is that the agent is muted.
    private static boolean toldMuted(InteractionId call) {
        return POSTGRES.ask("""
                select payload::jsonb -> 'call' ->> 'muted' from (%s) happened order by place desc limit 1""".formatted(happened(call))).equals("true");
    }

    /// How often desktops were told of the call.
    private static int told(InteractionId call) {
        return Integer.parseInt(POSTGRES.ask("select count(*) from (%s) happened".formatted(happened(call))));
    }

    private static String happened(InteractionId call) {
        return """
            select seq as place, payload from event where interaction_id = '%1$s' and type = 'CallChanged'
            union all select 1000000 + id, payload from outbox
                where interaction_id = '%1$s' and type = 'CallChanged'\
            """.formatted(call);
    }

    private static int done(InteractionId call) {
        return Integer.parseInt(POSTGRES.ask(
                "select count(*) from carrier_command where interaction_id = '%s' and kind = 'Mute' and state = 'DONE'"
                        .formatted(call)));
    }

    private JsonNode state(InteractionId call) {
        return centre.server
                .call("GET", "/api/v1/interactions/%s/call".formatted(call), ana.token(), null)
                .body();
    }

    private String stateOf(InteractionId call) {
        return POSTGRES.ask("select state from interaction where id = '%s'".formatted(call));
    }

    private List<String> dialled(InteractionId call) {
        return orders(call, CarrierOrder.Dial.class).stream()
                .map(CarrierOrder.Dial::number)
                .toList();
    }

    private List<Boolean> mutes(InteractionId call) {
        return orders(call, CarrierOrder.Mute.class).stream()
                .map(CarrierOrder.Mute::on)
                .toList();
    }

    private <T extends CarrierOrder> List<T> orders(InteractionId call, Class<T> kind) {
        return centre.orders.stream()
                .filter(order -> order.interaction().equals(call))
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Command command() {
        return CallCentre.command();
    }
}
