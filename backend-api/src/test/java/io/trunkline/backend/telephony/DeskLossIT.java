package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.backend.Waits;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.identity.TestServer.Answer;
import io.trunkline.backend.identity.TestServer.Person;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.LegId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.Switch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A desktop that is killed in a call, while its leg lives on at the carrier.
class DeskLossIT {
    private static final TestClock CLOCK = new TestClock();
    private static final Duration LOST = Duration.ofSeconds(3);

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(CLOCK);

    private CallCentre centre;
    private Person ana;
    private InteractionId call;
    private ReservationId reservation;
    private String sid;

    @BeforeEach
    void anAgentIsTalking() {
        centre = new CallCentre(POSTGRES, CLOCK);
        var sales = centre.queue("Sales");
        ana = centre.agent("Ana", sales);
        sid = "CA-" + Ids.next();
        call = centre.arrives(sid, sales);
        reservation = centre.reservation(call, "OFFERED");
        assertThat(centre.accept(ana, reservation).status()).isEqualTo(204);
        assertThat(centre.arrives(ana, reservation, sid + "-first")).isTrue();
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void theContactIsHeldWithComfortWhenTheDesktopDiesThoughItsLegLives() {
        centre.deskGone(ana);
        CLOCK.pass(LOST.minusMillis(100));
        assertThat(state().path("agentLost").asBoolean()).isFalse();

        CLOCK.pass(Duration.ofMillis(200));

        Waits.until("the contact to be held", () -> holds().equals(List.of(true)));
        assertThat(state().path("agentLost").asBoolean()).isTrue();
        assertThat(state().path("held").asBoolean()).isFalse();
        assertThat(state().path("live").asBoolean()).isTrue();
        assertThat(POSTGRES.ask("select state from reservation where id = '%s'".formatted(reservation)))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void theRelaunchedDesktopsLegReplacesTheStaleOneAndEndsTheComfort() {
        mute();
        lose();

        assertThat(centre.arrives(ana, reservation, sid + "-second")).isTrue();
        centre.telephony.agentLegs().answered();

        Waits.until("the comfort to end", () -> holds().equals(List.of(true, false)));
        Waits.until(
                "the stale leg to be dropped",
                () -> centre.orders.contains(new CarrierOrder.HangUp(call, new CallSid(sid + "-first"))));
        centre.told(sid + "-first", LegState.COMPLETED);
        assertThat(state().path("agentLost").asBoolean()).isFalse();
        assertThat(state().path("muted").asBoolean()).isTrue();
        assertThat(liveAgentLegs()).isEqualTo(sid + "-second");
        centre.deskBack(ana);
        CLOCK.pass(Duration.ofMinutes(1));
        assertThat(holds()).containsExactly(true, false);
    }

    @Test
    void aDesktopThatComesBackWhileItsLegLivesEndsTheComfortByItsWordAndNotByItsFeed() {
        lose();

        centre.deskBack(ana);
        assertThat(state().path("agentLost").asBoolean()).isTrue();
        assertThat(holds()).containsExactly(true);
        assertThat(talking(ana).status()).isEqualTo(204);

        Waits.until("the comfort to end", () -> holds().equals(List.of(true, false)));
        assertThat(state().path("agentLost").asBoolean()).isFalse();
        assertThat(liveAgentLegs()).isEqualTo(sid + "-first");
        centre.told(sid + "-first", LegState.COMPLETED);
        Waits.until(
                "the leg's own end to be seen", () -> state().path("agentLost").asBoolean());
    }

    @Test
    void anAgentWhoseFeedAloneBreaksIsNotPartedFromTheContactWhileTheDesktopSaysThatItTalks() {
        centre.deskGone(ana);
        for (var second = 0; second < 6; second++) {
            CLOCK.pass(Duration.ofSeconds(1));
            assertThat(talking(ana).status()).isEqualTo(204);
        }
        assertThat(deskless(CLOCK.instant().minus(LOST))).isEmpty();
        assertThat(state().path("agentLost").asBoolean()).isFalse();
        assertThat(holds()).isEmpty();

        CLOCK.pass(LOST);

        Waits.until("the contact to be held once it says so no more", () -> holds().equals(List.of(true)));
        assertThat(talking(ana).status()).isEqualTo(204);
        Waits.until("the comfort to end once it is heard again", () -> holds().equals(List.of(true, false)));
        assertThat(state().path("agentLost").asBoolean()).isFalse();
    }

    @Test
    void onlyWhoseDeviceIsInTheCallTalks() {
        var ben = centre.agent("Ben");
        assertThat(talking(ben).status()).isEqualTo(409);
        centre.told(sid + "-first", LegState.COMPLETED);
        assertThat(talking(ana).status()).isEqualTo(409);
    }

    private Answer talking(Person who) {
        return centre.server.call("POST", "/api/v1/reservations/%s/talking".formatted(reservation), who.token(), null);
    }

    @Test
    void whoWasHeldBeforeStaysHeld() {
        centre.post(ana, "interactions/%s/call/hold".formatted(call), new Switch(new CommandId(Ids.next()), true));
        lose();

        centre.deskBack(ana);
        centre.arrives(ana, reservation, sid + "-second");

        assertThat(state().path("held").asBoolean()).isTrue();
        assertThat(state().path("agentLost").asBoolean()).isFalse();
        assertThat(holds()).doesNotContain(false);
    }

    @Test
    void theProgramsOwnStoppingAndStartingIsNobodysLoss() {
        centre.deskSentAway(ana);
        CLOCK.pass(Duration.ofSeconds(10));
        POSTGRES.tell(
                "update presence set connected = false, lost_at = now() where agent_id = '%s'".formatted(ana.id()));
        assertThat(deskless()).isEmpty();

        centre.deskBack(ana);
        CLOCK.pass(Duration.ofSeconds(10));
        assertThat(deskless()).isEmpty();
        assertThat(holds()).isEmpty();
    }

    @Test
    void whoComesBackWithoutAVoiceLosesTheContactToTheQueue() {
        lose();
        centre.deskBack(ana);

        CLOCK.pass(Duration.ofSeconds(21));

        Waits.until("the contact to wait again", () -> interaction().equals("WAITING"));
    }

    @Test
    void whoDoesNotComeBackLosesTheContactToTheQueue() {
        mute();
        lose();

        CLOCK.pass(Duration.ofSeconds(21));

        Waits.until(
                "the contact to wait again",
                () -> state().path("interaction").isTextual() && interaction().equals("WAITING"));
        assertThat(POSTGRES.ask("select muted::text from call where interaction_id = '%s'".formatted(call)))
                .as("whoever takes it next has not asked to be silent")
                .isEqualTo("false");
        Waits.until(
                "the stale leg to be dropped",
                () -> centre.orders.contains(new CarrierOrder.HangUp(call, new CallSid(sid + "-first"))));
    }

    private String interaction() {
        return POSTGRES.ask("select state from interaction where id = '%s'".formatted(call));
    }

    private void lose() {
        centre.deskGone(ana);
        CLOCK.pass(LOST);
        Waits.until("the agent to be lost", () -> state().path("agentLost").asBoolean());
        // an order that the carrier has not got yet would be overtaken by the next
        Waits.until("the contact to be held", () -> !holds().isEmpty() && holds().getLast());
    }

    private void mute() {
        centre.post(ana, "interactions/%s/call/mute".formatted(call), new Switch(new CommandId(Ids.next()), true));
    }

    private List<LegId> deskless() {
        return deskless(CLOCK.instant());
    }

    private List<LegId> deskless(Instant before) {
        return POSTGRES.database().inTenant(centre.tenant, tx -> new LegStore((_, _) -> {}).deskless(tx, before));
    }

    private JsonNode state() {
        return centre.server
                .call("GET", "/api/v1/interactions/%s/call".formatted(call), ana.token(), null)
                .body();
    }

    private List<Boolean> holds() {
        return centre.orders.stream()
                .filter(order -> order instanceof CarrierOrder.Hold
                        && order.interaction().equals(call))
                .map(order -> ((CarrierOrder.Hold) order).on())
                .toList();
    }

    private String liveAgentLegs() {
        return POSTGRES.ask("""
            select string_agg(call_sid, ' ') from leg where interaction_id = '%s' and role = 'AGENT'
            and state = 'IN_PROGRESS'\
            """.formatted(call));
    }
}
