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
import io.trunkline.model.interaction.Command;
import java.time.Duration;
import java.util.List;
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
        Waits.until("the phone to be muted", () -> mutes(call).equals(List.of(true)));
        assertThat(state(call).path("parties").findValues("muted").toString()).contains("true");
        centre.told(line(call), LegState.COMPLETED);
        assertThat(state(call).path("agentLost").asBoolean()).isTrue();

        wantLeg(reservation);
        wantLeg(reservation);
        Waits.until(
                "the phone to be dialled again",
                () -> lines(call) == 2 && !line(call).isEmpty());
        centre.told(line(call), LegState.IN_PROGRESS);

        Waits.until("the new leg to be muted", () -> mutes(call).equals(List.of(true, true)));
        assertThat(state(call).path("agentLost").asBoolean()).isFalse();
        mute(call, false);
        Waits.until("the phone to be heard", () -> mutes(call).equals(List.of(true, true, false)));
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
