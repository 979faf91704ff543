package io.trunkline.backend.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.SkillId;
import io.trunkline.model.presence.SystemReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final long SECOND = 1_000_000;
    private static final long NINE = 1_800_000_000L * SECOND;
    private static final QueueId SALES = new QueueId(new UUID(1, 1));
    private static final SkillId BILLING = new SkillId(new UUID(2, 1));
    private static final AgentId ANA = new AgentId(new UUID(3, 1));
    private static final AgentId BEN = new AgentId(new UUID(3, 2));

    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong versions = new AtomicLong();
    private final List<Decision> decided = new ArrayList<>();
    private final Router router = new Router(
            RouterRules.DEFAULT, () -> new ReservationId(new UUID(9, ids.incrementAndGet())), decided::add, NINE);

    @Test
    void offersToTheAgentIdleLongest() {
        available(ANA, 0, 3);
        available(BEN, -30, 5);

        arrive(1, 0, 1);

        assertThat(offers()).containsExactly("1 to " + BEN);
        assertThat(lastOffer().candidates())
                .extracting(Decision.Candidate::agent)
                .containsExactly(BEN, ANA);
    }

    @Test
    void overtakesExactlyWhenTheWaitingOutweighsThePriority() {
        arriveAt(1, 0, NINE - 60 * SECOND);
        arriveAt(2, 60, NINE + 1);
        arriveAt(3, 60, NINE - 1);

        available(ANA, 0, 3);
        complete(lastOffer(), NINE + SECOND);
        complete(lastOffer(), NINE + 2 * SECOND);

        assertThat(offers()).containsExactly("3 to " + ANA, "1 to " + ANA, "2 to " + ANA);
    }

    @Test
    void aLoneAgentWhoDeclinesIsNotRungAgainBeforeTheCoolOff() {
        available(ANA, 0, 3);
        arrive(1, 0, 1);

        router.on(new RouterEvent.Declined(lastOffer().reservation()), NINE + SECOND);
        router.advance(NINE + 31 * SECOND - 1);
        assertThat(offers()).hasSize(1);

        router.advance(NINE + 31 * SECOND);
        assertThat(offers()).containsExactly("1 to " + ANA, "1 to " + ANA);
    }

    @Test
    void whoDeclinedComesAfterSomebodyElseWhoIsFree() {
        available(ANA, -60, 3);
        available(BEN, 0, 3);
        arrive(1, 0, 1);

        router.on(new RouterEvent.Declined(lastOffer().reservation()), NINE + SECOND);

        assertThat(offers()).containsExactly("1 to " + ANA, "1 to " + BEN);
    }

    @Test
    void threeUnansweredOffersSendTheAgentAway() {
        available(ANA, 0, 3);
        for (var contact = 1L; contact <= 3; contact++) {
            arriveAt(contact, 0, NINE + contact * 40 * SECOND);
            router.advance(NINE + contact * 40 * SECOND + 20 * SECOND);
            router.on(new RouterEvent.Expired(lastOffer().reservation()), NINE + contact * 40 * SECOND + 20 * SECOND);
        }

        assertThat(decided).contains(new Decision.SendAway(ANA, SystemReason.NO_ANSWER));
        router.advance(NINE + 3600 * SECOND);
        assertThat(offers()).hasSize(3);
    }

    @Test
    void withdrawsTheMomentTheContactHangsUpAndTheAgentKeepsTheirPlace() {
        available(ANA, -60, 3);
        available(BEN, -30, 3);
        arrive(1, 0, 1);
        var first = lastOffer();

        router.on(new RouterEvent.Left(first.interaction(), 1), NINE + SECOND);
        assertThat(decided).contains(new Decision.Withdraw(first.reservation()));

        router.on(new RouterEvent.Withdrawn(first.reservation()), NINE + SECOND);
        arriveAt(2, 0, NINE + 2 * SECOND);
        assertThat(offers()).containsExactly("1 to " + ANA, "2 to " + ANA);
    }

    @Test
    void anOfferThatDoesNotRingGoesToTheNextAgentAtOnceAndItsAgentAway() {
        available(ANA, -60, 3);
        available(BEN, 0, 3);
        arrive(1, 0, 1);
        var offer = lastOffer();

        router.advance(NINE + 2 * SECOND - 1);
        assertThat(decided).hasSize(1);
        router.advance(NINE + 2 * SECOND);
        assertThat(decided).contains(new Decision.NotRinging(offer.reservation()));
        router.on(new RouterEvent.NotRinging(offer.reservation()), NINE + 2 * SECOND);

        assertThat(decided).contains(new Decision.SendAway(ANA, SystemReason.NOT_RINGING));
        assertThat(offers()).containsExactly("1 to " + ANA, "1 to " + BEN);
    }

    @Test
    void anOfferThatRingsStaysUntilItsDeadline() {
        available(ANA, 0, 3);
        arrive(1, 0, 1);
        var offer = lastOffer();

        router.on(new RouterEvent.Rang(offer.reservation()), NINE + SECOND);
        router.advance(NINE + 20 * SECOND - 1);
        assertThat(decided).hasSize(1);
        router.advance(NINE + 20 * SECOND);

        assertThat(decided).endsWith(new Decision.Expire(offer.reservation()));
    }

    @Test
    void anAcceptanceIsProofEnough() {
        available(ANA, 0, 3);
        arrive(1, 0, 1);

        router.on(new RouterEvent.Accepted(lastOffer().reservation()), NINE + SECOND);
        router.advance(NINE + 60 * SECOND);

        assertThat(decided).hasSize(1);
    }

    @Test
    void anAgentWhoseDesktopIsGoneIsNotSentAwayForNotRinging() {
        available(ANA, 0, 3);
        arrive(1, 0, 1);
        var offer = lastOffer();
        router.on(gone(ANA), NINE + SECOND);

        router.advance(NINE + 2 * SECOND);
        router.on(new RouterEvent.NotRinging(offer.reservation()), NINE + 2 * SECOND);

        assertThat(decided).endsWith(new Decision.NotRinging(offer.reservation()));
    }

    @Test
    void whoTakesOverGivesTheTimeToRingAnewUnlessItRingsAlready() {
        available(ANA, 0, 3);
        available(BEN, 0, 3);
        var events = new ArrayList<RouterEvent>();
        events.add(new RouterEvent.Enqueued(arrival(1)));
        events.add(new RouterEvent.Enqueued(arrival(2)));
        events.add(found(1, ANA, true));
        events.add(found(2, BEN, false));
        router.onAll(events, NINE);

        router.advance(NINE + 2 * SECOND);

        assertThat(decided).containsExactly(new Decision.NotRinging(new ReservationId(new UUID(8, 2))));
    }

    @Test
    void anAcceptanceThatCameBeforeTheExpiryWins() {
        available(ANA, 0, 3);
        arrive(1, 0, 1);
        var offer = lastOffer();
        router.advance(NINE + 20 * SECOND);
        assertThat(decided).contains(new Decision.Expire(offer.reservation()));

        available(BEN, 0, 3);
        router.on(new RouterEvent.Accepted(offer.reservation()), NINE + 21 * SECOND);

        assertThat(offers()).containsExactly("1 to " + ANA);
        assertThat(router.position(offer.interaction())).isEmpty();
    }

    @Test
    void relaxesASkillWhenItsTimeHasCome() {
        available(ANA, 0, 2);
        var steps = List.of(new Step(60 * SECOND, Map.of(BILLING, 2), 0));
        arrive(new Arrival(contact(1), 1, demand(4), 0, NINE, 20 * SECOND, steps, null), NINE);

        router.advance(NINE + 60 * SECOND - 1);
        assertThat(offers()).isEmpty();
        router.advance(NINE + 60 * SECOND);
        assertThat(offers()).containsExactly("1 to " + ANA);
    }

    @Test
    void favoursWhoHasWaitedAMinute() {
        var steps = List.of(new Step(60 * SECOND, Map.of(BILLING, 1), 600));
        arriveAt(1, 0, NINE);
        arrive(new Arrival(contact(2), 1, demand(1), 0, NINE + SECOND, 20 * SECOND, steps, null), NINE + SECOND);
        assertThat(router.position(contact(2))).hasValue(2);

        router.advance(NINE + 61 * SECOND);

        assertThat(router.position(contact(2))).hasValue(1);
    }

    @Test
    void nothingIsOfferedFromAPausedQueue() {
        router.on(new RouterEvent.QueuePaused(SALES, 1, true), NINE);
        available(ANA, 0, 3);
        arrive(1, 0, 1);
        assertThat(offers()).isEmpty();

        router.on(new RouterEvent.QueuePaused(SALES, 2, false), NINE);
        assertThat(offers()).containsExactly("1 to " + ANA);
    }

    private static Arrival arrival(long contact) {
        return new Arrival(contact(contact), 1, demand(1), 0, NINE, 20 * SECOND, List.of(), null);
    }

    private static RouterEvent found(long contact, AgentId agent, boolean rang) {
        return new RouterEvent.Found(
                new ReservationId(new UUID(8, contact)),
                contact(contact),
                1,
                agent,
                Channel.VOICE,
                RouterEvent.Hold.OFFERED,
                rang,
                NINE + 20 * SECOND);
    }

    private RouterEvent gone(AgentId agent) {
        return new RouterEvent.AgentChanged(new Standing(
                agent,
                versions.incrementAndGet(),
                false,
                NINE,
                Set.of(SALES),
                Map.of(BILLING, 3),
                Map.of(Channel.VOICE, 1)));
    }

    private void available(AgentId agent, long idleSeconds, int level) {
        router.on(
                new RouterEvent.AgentChanged(new Standing(
                        agent,
                        versions.incrementAndGet(),
                        true,
                        NINE + idleSeconds * SECOND,
                        Set.of(SALES),
                        Map.of(BILLING, level),
                        Map.of(Channel.VOICE, 1))),
                NINE);
    }

    private void arrive(long contact, int priority, int level) {
        arrive(new Arrival(contact(contact), 1, demand(level), priority, NINE, 20 * SECOND, List.of(), null), NINE);
    }

    private void arriveAt(long contact, int priority, long at) {
        arrive(new Arrival(contact(contact), 1, demand(1), priority, at, 20 * SECOND, List.of(), null), at);
    }

    private void arrive(Arrival arrival, long at) {
        router.on(new RouterEvent.Enqueued(arrival), at);
    }

    private void complete(Decision.Offer offer, long at) {
        router.on(new RouterEvent.Accepted(offer.reservation()), at);
        router.on(new RouterEvent.Completed(offer.reservation()), at);
    }

    private Decision.Offer lastOffer() {
        return decided.stream()
                .filter(d -> d instanceof Decision.Offer)
                .map(d -> (Decision.Offer) d)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private List<String> offers() {
        return decided.stream()
                .filter(d -> d instanceof Decision.Offer)
                .map(d -> (Decision.Offer) d)
                .map(o -> o.interaction().value().getLeastSignificantBits() + " to " + o.agent())
                .toList();
    }

    private static InteractionId contact(long number) {
        return new InteractionId(new UUID(4, number));
    }

    private static Demand demand(int level) {
        return new Demand(SALES, Channel.VOICE, Map.of(BILLING, level));
    }
}
