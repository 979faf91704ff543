package io.trunkline.backend.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.Waits;
import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.Channel;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.presence.PresenceState;
import io.trunkline.model.queue.QueueChange;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoutingIT {
    private static final TestClock CLOCK = new TestClock();

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(CLOCK);

    private Centre centre;

    @BeforeEach
    void open() {
        centre = Centre.start(POSTGRES, CLOCK);
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void carriesACallFromTheQueueThroughAcceptanceToTheEndOfTheWrapUp() {
        var sales = centre.queue("Sales", 60, false);
        var ana = centre.agent("Ana", sales);
        centre.available(ana);
        var call = centre.call(sales);

        var offer = centre.reservation(call, "OFFERED");
        assertThat(centre.agentOf(offer)).isEqualTo(ana);
        assertThat(centre.presenceOf(ana)).isEqualTo("RESERVED");
        assertThat(POSTGRES.ask("select candidates from reservation where id = '%s'".formatted(offer)))
                .contains(ana.toString());

        in(tx -> centre.routing.accept(tx, offer, ana));
        assertThat(centre.presenceOf(ana)).isEqualTo("ENGAGED");
        assertThat(centre.count("queue_entry where true")).isZero();

        in(tx -> centre.interactions.ended(tx, call, Outcome.HANDLED));
        in(tx -> centre.routing.release(tx, call));
        assertThat(centre.presenceOf(ana)).isEqualTo("WRAP_UP");

        in(tx -> {
            centre.routing.complete(tx, call, ana, null);
            return true;
        });
        assertThat(centre.stateOf(offer)).isEqualTo("COMPLETED");
        assertThat(centre.presenceOf(ana)).isEqualTo("AVAILABLE");
        assertThat(centre.count("slot where true")).isZero();
        assertThat(POSTGRES.ask("select state from interaction where id = '%s'".formatted(call)))
                .isEqualTo("COMPLETED");
    }

    @Test
    void aDeclinedOfferGoesToSomebodyElseAndNotBackAtOnce() {
        var sales = centre.queue("Sales", 60, false);
        var ana = centre.agent("Ana", sales);
        centre.available(ana);
        var call = centre.call(sales);
        var first = centre.reservation(call, "OFFERED");

        in(tx -> centre.routing.decline(tx, first, ana));
        assertThat(centre.presenceOf(ana)).isEqualTo("AVAILABLE");
        var ben = centre.agent("Ben", sales);
        centre.available(ben);

        assertThat(centre.agentOf(centre.reservation(call, "OFFERED"))).isEqualTo(ben);
        assertThat(in(tx -> centre.routing.decline(tx, first, ana)).id())
                .as("declined twice")
                .isEqualTo(first);
        assertThatThrownBy(() -> in(tx -> centre.routing.accept(tx, first, ana)))
                .isInstanceOf(Fault.Conflict.class)
                .hasMessageContaining("declined");
    }

    @Test
    void anUnansweredOfferExpiresAndThreeSendTheAgentAway() {
        var sales = centre.queue("Sales", 60, false);
        var ana = centre.agent("Ana", sales);
        centre.available(ana);
        for (var round = 0; round < 3; round++) {
            var call = centre.call(sales);
            var offer = centre.reservation(call, "OFFERED");
            CLOCK.pass(Duration.ofSeconds(21));
            centre.reservation(call, "EXPIRED");
            assertThatThrownBy(() -> in(tx -> centre.routing.accept(tx, offer, ana)))
                    .isInstanceOf(Fault.Conflict.class)
                    .hasMessageContaining("time to answer is over");
            centre.hangUp(call);
        }
        Waits.until("the agent to be sent away", () -> centre.presenceOf(ana).equals("AWAY"));
        assertThat(POSTGRES.ask("select reason from presence where agent_id = '%s'".formatted(ana)))
                .isEqualTo("No answer");
        var next = centre.call(sales);
        var ben = centre.agent("Ben", sales);
        centre.available(ben);
        assertThat(centre.agentOf(centre.reservation(next, "OFFERED"))).isEqualTo(ben);
    }

    @Test
    void anUnansweredOfferGoesToTheNextAgentAndNotBackInALoop() {
        var sales = centre.queue("Sales", 60, false);
        var ana = centre.agent("Ana", sales);
        centre.available(ana);
        var call = centre.call(sales);
        centre.reservation(call, "OFFERED");

        CLOCK.pass(Duration.ofSeconds(21));
        centre.reservation(call, "EXPIRED");
        Waits.until("Ana to be free", () -> centre.presenceOf(ana).equals("AVAILABLE"));
        var other = centre.call(sales);
        assertThat(centre.agentOf(centre.reservation(other, "OFFERED")))
                .as("the next call, not the one she did not take")
                .isEqualTo(ana);
        assertThat(centre.count("reservation where interaction_id = '%s'".formatted(call)))
                .isEqualTo(1);

        var ben = centre.agent("Ben", sales);
        centre.available(ben);
        assertThat(centre.agentOf(centre.reservation(call, "OFFERED"))).isEqualTo(ben);
    }

    @Test
    void anOfferOutlivesALostSocketUntilItsTimeIsOverAndThenWaitsAtItsOldPlace() {
        var sales = centre.queue("Sales", 60, false);
        var ana = centre.agent("Ana", sales);
        centre.available(ana);
        var first = centre.call(sales);
        centre.reservation(first, "OFFERED");
        CLOCK.pass(Duration.ofSeconds(1));
        var second = centre.call(sales);

        in(tx -> {
            centre.presence.presences().lost(tx, ana, () -> false);
            centre.routing.agentChanged(tx, ana);
            return true;
        });
        CLOCK.pass(Duration.ofSeconds(20));
        centre.reservation(first, "EXPIRED");
        var ben = centre.agent("Ben", sales);
        centre.available(ben);

        assertThat(centre.agentOf(centre.reservation(first, "OFFERED"))).isEqualTo(ben);
        assertThat(centre.count("reservation where interaction_id = '%s'".formatted(second)))
                .isZero();
    }

    @Test
    void whoHangsUpWhileRingingIsWithdrawnAndTheAgentIsFreeForTheNext() {
        var sales = centre.queue("Sales", 60, false);
        var ana = centre.agent("Ana", sales);
        centre.available(ana);
        var call = centre.call(sales);
        var offer = centre.reservation(call, "OFFERED");
        var next = centre.call(sales);

        centre.hangUp(call);

        centre.reservation(call, "WITHDRAWN");
        assertThatThrownBy(() -> in(tx -> centre.routing.accept(tx, offer, ana)))
                .isInstanceOf(Fault.Conflict.class)
                .hasMessageContaining("contact has left");
        assertThat(centre.agentOf(centre.reservation(next, "OFFERED"))).isEqualTo(ana);
    }

    @Test
    void whoeverTakesAnOfferBeforeTheRouterKnowsThatTheContactHasLeftIsToldSo() {
        var sales = centre.queue("Sales", 60, false);
        var ana = centre.agent("Ana", sales);
        centre.available(ana);
        var call = centre.call(sales);
        var offer = centre.reservation(call, "OFFERED");

        assertThatThrownBy(() -> in(tx -> {
                    centre.leave(tx, call);
                    return centre.routing.accept(tx, offer, ana);
                }))
                .isInstanceOf(Fault.Conflict.class)
                .hasMessageContaining("contact has left");
    }

    @Test
    void whoHasLeftBeforeTheirWaitIsToldOfDoesNotWait() {
        var sales = centre.queue("Sales", 60, false);
        var call = centre.call(sales);
        centre.hangUp(call);

        in(tx -> {
            centre.routing.enqueue(tx, Waiting.in(call, sales, Channel.VOICE));
            return true;
        });

        assertThat(centre.count("queue_entry where interaction_id = '%s'".formatted(call)))
                .isZero();
    }

    @Test
    void theServerEndsAWrapUpInTimeUnlessADispositionIsOwed() {
        var sales = centre.queue("Sales", 30, false);
        var help = centre.queue("Help", 30, true);
        var ana = centre.agent("Ana", sales);
        var ben = centre.agent("Ben", help);
        centre.available(ana);
        centre.available(ben);
        var one = centre.call(sales);
        var other = centre.call(help);
        var first = centre.reservation(one, "OFFERED");
        var second = centre.reservation(other, "OFFERED");
        in(tx -> centre.routing.accept(tx, first, ana));
        in(tx -> centre.routing.accept(tx, second, ben));
        centre.hangUp(one);
        centre.hangUp(other);

        CLOCK.pass(Duration.ofSeconds(31));

        centre.reservation(one, "COMPLETED");
        Waits.until("Ana to be available", () -> centre.presenceOf(ana).equals("AVAILABLE"));
        assertThat(centre.stateOf(second)).isEqualTo("WRAPPING");
        assertThatThrownBy(() -> in(tx -> {
                    centre.routing.complete(tx, other, ben, null);
                    return true;
                }))
                .isInstanceOf(Fault.Invalid.class);
    }

    @Test
    void aTransferKeepsThePlaceAndFindsTheOneAgentItIsFor() {
        var sales = centre.queue("Sales", 60, false);
        var help = centre.queue("Help", 60, false);
        var ana = centre.agent("Ana", sales);
        var ben = centre.agent("Ben", help);
        centre.available(ana);
        centre.available(ben);
        var call = centre.call(sales);
        var offer = centre.reservation(call, "OFFERED");
        in(tx -> centre.routing.accept(tx, offer, ana));

        in(tx -> {
            centre.interactions.transferred(tx, call, ben, null);
            centre.routing.release(tx, call);
            centre.routing.enqueue(tx, Waiting.in(call, sales, Channel.VOICE).only(ben));
            return true;
        });

        assertThat(centre.agentOf(centre.reservation(call, "OFFERED"))).isEqualTo(ben);
        assertThat(centre.stateOf(offer)).isEqualTo("WRAPPING");
    }

    @Test
    void anAgentTakesAsManyTextsAsTheyHaveSlotsAndNoCallMeanwhile() {
        var sales = centre.queue("Sales", 60, false);
        var ana = centre.agent("Ana", sales);
        centre.available(ana);
        for (var text = 0; text < 5; text++) {
            centre.call(sales, Channel.SMS);
        }
        var call = centre.call(sales);

        Waits.until("three offers", () -> centre.count("reservation where state = 'OFFERED'") == 3);
        assertThat(centre.count("slot where channel = 'SMS'")).isEqualTo(3);
        assertThat(POSTGRES.ask("select id from reservation where interaction_id = '%s'".formatted(call)))
                .isEmpty();
    }

    @Test
    void whoGoesAwayIsOfferedNothingAndWhoClaimsWorkIsBusy() {
        var sales = centre.queue("Sales", 60, false);
        var ana = centre.agent("Ana", sales);
        centre.available(ana);
        var own = centre.call(sales, Channel.SMS);
        var offer = centre.reservation(own, "OFFERED");
        in(tx -> centre.routing.decline(tx, offer, ana));
        var outbound = centre.call(centre.queue("Nobody", 60, false));

        var claimed = in(tx -> {
            centre.routing.withdraw(tx, outbound);
            return centre.routing.claim(tx, outbound, ana, Channel.VOICE);
        });
        centre.call(sales);
        in(tx -> {
            centre.wish(tx, ana, PresenceState.OFFLINE);
            return true;
        });

        assertThat(centre.presenceOf(ana)).isEqualTo("ENGAGED");
        assertThatThrownBy(() -> in(tx -> centre.routing.claim(tx, own, ana, Channel.VOICE)))
                .isInstanceOf(Fault.Conflict.class);
        centre.hangUp(outbound);
        in(tx -> {
            centre.routing.complete(tx, outbound, ana, null);
            return true;
        });
        assertThat(centre.stateOf(claimed.id())).isEqualTo("COMPLETED");
        assertThat(centre.presenceOf(ana)).isEqualTo("OFFLINE");
        assertThat(centre.count("reservation where state = 'OFFERED'")).isZero();
    }

    @Test
    void aPausedQueueOffersNothingUntilItIsResumedAndTheAuditSaysWho() {
        var sales = centre.queue("Sales", 60, false);
        in(tx -> centre.feature.queues().change(tx, Audit.Actor.SYSTEM, sales, QueueChange.paused(true)));
        var ana = centre.agent("Ana", sales);
        centre.available(ana);
        var call = centre.call(sales);
        var help = centre.queue("Help", 60, false);
        var other = centre.call(help);
        centre.available(centre.agent("Ben", help));
        centre.reservation(other, "OFFERED");
        assertThat(centre.count("reservation where interaction_id = '%s'".formatted(call)))
                .isZero();

        in(tx -> centre.feature.queues().change(tx, Audit.Actor.SYSTEM, sales, QueueChange.paused(false)));

        assertThat(centre.agentOf(centre.reservation(call, "OFFERED"))).isEqualTo(ana);
        assertThat(POSTGRES.ask("select string_agg(action, ' ' order by sequence) from audit where tenant_id = '%s'"
                        .formatted(centre.tenant)))
                .endsWith("queue.paused queue.resumed");
    }

    @Test
    void aQueueHasRoomUntilAsManyWaitAsItSays() {
        var sales = centre.queue("Sales", 60, false);
        in(tx -> centre.feature
                .queues()
                .change(
                        tx,
                        Audit.Actor.SYSTEM,
                        sales,
                        new QueueChange(null, null, null, null, null, null, 1, null, null)));

        assertThat(this.<Boolean>in(tx -> centre.routing.hasRoom(tx, sales))).isTrue();
        centre.call(sales);
        assertThat(this.<Boolean>in(tx -> centre.routing.hasRoom(tx, sales))).isFalse();
    }

    private <T> T in(Function<Tx, T> work) {
        return centre.database.inTenant(centre.tenant, work);
    }
}
