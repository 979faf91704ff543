package io.trunkline.backend.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.Waits;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.QueueId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An offer whose desktop does not say that it rings is nobody's offer.
class ProofOfRingIT {
    private static final TestClock CLOCK = new TestClock();
    private static final Duration PROOF = Duration.ofSeconds(2);

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(CLOCK);

    private Centre centre;
    private QueueId sales;
    private AgentId ana;

    @BeforeEach
    void oneAgentIsThere() {
        centre = Centre.askingForProofOfRing(POSTGRES, CLOCK);
        sales = centre.queue("Sales", 60, false);
        ana = centre.agent("Ana", sales);
        centre.available(ana);
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void anOfferThatDoesNotRingGoesToTheNextAgentAndTheSupervisorSeesNotRinging() {
        var call = centre.call(sales);
        var silent = centre.reservation(call, "OFFERED");
        var ben = centre.agent("Ben", sales);
        centre.available(ben);

        CLOCK.pass(PROOF);

        Waits.until(
                "the next agent to be asked",
                () -> !centre.reservation(call, "OFFERED").equals(silent));
        assertThat(centre.agentOf(centre.reservation(call, "OFFERED"))).isEqualTo(ben);
        assertThat(centre.stateOf(silent)).isEqualTo("EXPIRED");
        Waits.until("Ana to be away", () -> centre.presenceOf(ana).equals("AWAY"));
        assertThat(centre.reasonOf(ana)).isEqualTo("Not ringing");
        Waits.until("the event", () -> centre.count("event where type = 'ReservationNotRinging'") == 1);
        assertThat(centre.count("event where type = 'ReservationExpired'")).isZero();
        assertThat(POSTGRES.ask("select cause from agent_state where agent_id = '%s' and until is null".formatted(ana)))
                .isEqualTo("not ringing");
        assertThat(centre.count("slot where agent_id = '%s'".formatted(ana))).isZero();
    }

    @Test
    void anOfferThatRingsIsLeftToTheAgentUntilItsDeadline() {
        var call = centre.call(sales);
        var offer = centre.reservation(call, "OFFERED");
        centre.ring(offer, ana);
        centre.ring(offer, ana);

        CLOCK.pass(Duration.ofSeconds(10));
        var help = centre.queue("Help", 60, false);
        centre.available(centre.agent("Ben", help));
        centre.reservation(centre.call(help), "OFFERED");
        assertThat(centre.stateOf(offer)).isEqualTo("OFFERED");

        CLOCK.pass(Duration.ofSeconds(11));
        centre.reservation(call, "EXPIRED");
        Waits.until("Ana to be free", () -> centre.presenceOf(ana).equals("AVAILABLE"));
    }

    @Test
    void whoAcceptsNeedNotHaveSaidThatItRings() {
        var call = centre.call(sales);
        var offer = centre.reservation(call, "OFFERED");
        centre.database.doInTenant(centre.tenant, tx -> centre.routing.accept(tx, offer, ana));

        CLOCK.pass(Duration.ofSeconds(30));
        centre.ring(offer, ana);

        assertThat(centre.stateOf(offer)).isEqualTo("ACCEPTED");
        assertThat(centre.presenceOf(ana)).isEqualTo("ENGAGED");
    }

    @Test
    void ringingForAnOfferThatWasTakenBackChangesNothingAndIsSaidToBeTooLate() {
        var call = centre.call(sales);
        var offer = centre.reservation(call, "OFFERED");
        centre.hangUp(call);
        centre.reservation(call, "WITHDRAWN");

        assertThatThrownBy(() -> centre.ring(offer, ana))
                .isInstanceOf(Fault.Conflict.class)
                .hasMessageContaining("contact has left");
        assertThat(POSTGRES.ask("select ringing_at is null from reservation where id = '%s'".formatted(offer)))
                .isEqualTo("t");
        assertThat(centre.stateOf(offer)).isEqualTo("WITHDRAWN");
    }

    @Test
    void nobodyRingsForSomebodyElse() {
        var call = centre.call(sales);
        var offer = centre.reservation(call, "OFFERED");
        var ben = centre.agent("Ben");

        assertThatThrownBy(() -> centre.ring(offer, ben)).isInstanceOf(Fault.NotFound.class);
        CLOCK.pass(PROOF);
        centre.reservation(call, "EXPIRED");
    }

    @Test
    void aTextThatDoesNotRingMovesOnAsWell() {
        var text = centre.call(sales, Channel.SMS);
        centre.reservation(text, "OFFERED");

        CLOCK.pass(PROOF);

        centre.reservation(text, "EXPIRED");
        Waits.until("Ana to be away", () -> centre.reasonOf(ana).equals("Not ringing"));
    }

    @Test
    void anotherRouterKnowsWhatRangAndGivesTheRestTheirTimeAnew() {
        var ringing = centre.call(sales);
        var rang = centre.reservation(ringing, "OFFERED");
        centre.ring(rang, ana);
        var ben = centre.agent("Ben", sales);
        centre.available(ben);
        var call = centre.call(sales);
        var silent = centre.reservation(call, "OFFERED");
        centre.close();
        CLOCK.pass(PROOF.plusSeconds(1));

        try (var next = new Centre(POSTGRES, POSTGRES.database(), centre.tenant, CLOCK, "node-s", "2s")) {
            var third = next.call(sales);
            next.available(next.agent("Carl", sales));
            next.reservation(third, "OFFERED");
            assertThat(next.stateOf(silent)).isEqualTo("OFFERED");
            CLOCK.pass(PROOF);
            Waits.until("the silent one to move on", () -> next.stateOf(silent).equals("EXPIRED"));
            assertThat(next.stateOf(rang)).isEqualTo("OFFERED");
            assertThatCode(() -> next.ring(rang, ana)).doesNotThrowAnyException();
        }
    }
}
