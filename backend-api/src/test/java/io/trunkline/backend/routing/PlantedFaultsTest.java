package io.trunkline.backend.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.routing.Findings.Property;
import io.trunkline.model.Channel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// The properties are worth something only if they fail for a router that is wrong: each of these is wrong in one way.
class PlantedFaultsTest {
    @Test
    void levelsIgnoredBreaksP3() {
        caught(Property.P3, arrivals(a -> with(a, a.demand().with(Map.of()), a.priority(), a.enqueuedAt())));
    }

    @Test
    void oneSlotTooManyBreaksP2() {
        caught(Property.P2, standings(s -> {
            var more = new HashMap<>(s.slots());
            more.computeIfPresent(Channel.SMS, (_, slots) -> slots + 1);
            return new Standing(s.agent(), s.version(), s.offerable(), s.idleSince(), s.queues(), s.skills(), more);
        }));
    }

    @Test
    void voiceNotAloneBreaksP2() {
        var rules = new RouterRules(new Ageing(1, 1), 30_000_000, 3, 2_000_000, Set.of(), 3);
        caught(Property.P2, rules, () -> List::of);
    }

    @Test
    void priorityIgnoredBreaksP7() {
        caught(Property.P7, arrivals(a -> with(a, a.demand(), 0, a.enqueuedAt())));
    }

    @Test
    void priorityCountedDoubleBreaksP7() {
        var rules = new RouterRules(new Ageing(1, 2), 30_000_000, 3, 2_000_000, Set.of(Channel.VOICE), 3);
        caught(Property.P7, rules, () -> List::of);
    }

    @Test
    void skillRelaxationForgottenBreaksP5() {
        caught(
                Property.P5,
                arrivals(a -> new Arrival(
                        a.interaction(),
                        a.visit(),
                        a.demand(),
                        a.priority(),
                        a.enqueuedAt(),
                        a.offerMicros(),
                        List.of(),
                        a.only())));
    }

    @Test
    void refusedOfferOfferedAgainAtOnceBreaksP6() {
        caught(
                Property.P6,
                new RouterRules(new Ageing(1, 1), 1, 3, 2_000_000, Set.of(Channel.VOICE), 3),
                () -> List::of);
    }

    @Test
    void reservationsForgottenAtRestartBreaksP1() {
        caught(Property.P1, drop(e -> e instanceof RouterEvent.Found));
    }

    @Test
    void hangUpNotHeardBreaksP11() {
        caught(Property.P11, drop(e -> e instanceof RouterEvent.Left));
    }

    @Test
    void waitingLongerForProofOfRingBreaksP11() {
        var rules = new RouterRules(new Ageing(1, 1), 30_000_000, 3, 2_500_000, Set.of(Channel.VOICE), 3);
        caught(Property.P11, rules, () -> List::of);
    }

    @Test
    void askingForProofTooEarlyBreaksP10() {
        var rules = new RouterRules(new Ageing(1, 1), 30_000_000, 3, 1_500_000, Set.of(Channel.VOICE), 3);
        caught(Property.P10, rules, () -> List::of);
    }

    @Test
    void everyFiftiethArrivalLostBreaksP8() {
        var count = new AtomicLong();
        caught(Property.P8, drop(e -> e instanceof RouterEvent.Enqueued && count.incrementAndGet() % 50 == 0));
    }

    @Test
    void anOrderNotTakenFromTheLogBreaksP9() {
        var walks = new AtomicLong();
        caught(Property.P9, () -> {
            var shift = walks.incrementAndGet();
            return arrivals(a -> with(a, a.demand(), a.priority(), a.enqueuedAt() - shift * 1_000_000))
                    .get();
        });
    }

    private static void caught(Property property, Supplier<World.Fault> fault) {
        caught(property, RouterRules.DEFAULT, fault);
    }

    private static void caught(Property property, RouterRules rules, Supplier<World.Fault> fault) {
        var findings = new Findings();
        for (var seed = 1; seed <= 30 && findings.violations(property).isEmpty(); seed++) {
            var world = new World(seed, rules, RouterRules.DEFAULT, fault, findings);
            new Walk(world).run(300);
        }
        assertThat(findings.violations(property)).as(findings.toString()).isNotEmpty();
    }

    private static Supplier<World.Fault> drop(Predicate<RouterEvent> lost) {
        return () -> e -> lost.test(e) ? List.of() : List.of(e);
    }

    private static Supplier<World.Fault> arrivals(UnaryOperator<Arrival> change) {
        return () -> e ->
                List.of(e instanceof RouterEvent.Enqueued q ? new RouterEvent.Enqueued(change.apply(q.arrival())) : e);
    }

    private static Supplier<World.Fault> standings(UnaryOperator<Standing> change) {
        return () -> e -> List.of(
                e instanceof RouterEvent.AgentChanged c ? new RouterEvent.AgentChanged(change.apply(c.standing())) : e);
    }

    private static Arrival with(Arrival a, Demand demand, int priority, long enqueuedAt) {
        return new Arrival(
                a.interaction(), a.visit(), demand, priority, enqueuedAt, a.offerMicros(), a.steps(), a.only());
    }
}
