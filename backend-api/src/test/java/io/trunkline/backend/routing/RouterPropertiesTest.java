package io.trunkline.backend.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.bench.Figures;
import io.trunkline.backend.routing.Findings.Property;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Random walks with kills, repeated and late events and a clock that goes back, every decision held against a naive
/// full scan. Seeds are fixed; `-Drouting.seed` and `-Drouting.walks` choose others.
class RouterPropertiesTest {
    private static final int STEPS = 1_000;
    private static final long FIRST_SEED = Long.getLong("routing.seed", 20261121L);
    private static final int WALKS = Integer.getInteger("routing.walks", 200);
    private static final Findings FINDINGS = new Findings();

    @BeforeAll
    static void walk() {
        for (var walk = 0; walk < WALKS; walk++) {
            var world =
                    new World(FIRST_SEED + walk, RouterRules.DEFAULT, RouterRules.DEFAULT, () -> List::of, FINDINGS);
            new Walk(world).run(STEPS);
        }
        System.out.printf("routing properties: seeds %d to %d, %s%n", FIRST_SEED, FIRST_SEED + WALKS - 1, FINDINGS);
        Figures.record(
                "routing.properties.steps", FINDINGS.count(), "random steps", ">= 200000", FINDINGS.count() >= 200_000);
    }

    @Test
    @DisplayName("P1 at most one live reservation per interaction")
    void p1AtMostOneLiveReservationPerInteraction() {
        holds(Property.P1);
    }

    @Test
    @DisplayName("P2 live work per agent and channel stays within capacity, and voice is alone")
    void p2LiveWorkPerAgentAndChannelStaysWithinCapacity() {
        holds(Property.P2);
    }

    @Test
    @DisplayName("P3 only eligible agents: skills, levels, channel, available, queue not paused")
    void p3OnlyEligibleAgents() {
        holds(Property.P3);
    }

    @Test
    @DisplayName("P5 work conservation: no eligible pair waits when all is decided")
    void p5NoEligiblePairWaits() {
        holds(Property.P5);
    }

    @Test
    @DisplayName("P6 longest idle among equals, and a refused offer does not bounce while another is free")
    void p6LongestIdleAmongEquals() {
        holds(Property.P6);
    }

    @Test
    @DisplayName("P4 and P7 nobody with a better score is passed over by an agent who could take them")
    void p7NobodyWithABetterScoreIsPassedOver() {
        holds(Property.P7);
    }

    @Test
    @DisplayName("P8 sum of states equals arrivals, and a place in line is lost only to priority")
    void p8SumOfStatesEqualsArrivals() {
        holds(Property.P8);
    }

    @Test
    @DisplayName("P9 determinism: the same log gives the same decisions")
    void p9SameLogSameDecisions() {
        holds(Property.P9);
    }

    @Test
    @DisplayName("P10 a contact who leaves is withdrawn at once, and offers expire only when due")
    void p10WithdrawnAtOnce() {
        holds(Property.P10);
    }

    @Test
    @DisplayName("P11 crash anywhere: afterwards all properties hold and no agent is stuck reserved")
    void p11CrashAnywhere() {
        assertThat(FINDINGS.steps.get("router killed")).isGreaterThan(500);
        holds(Property.P11);
    }

    private static void holds(Property property) {
        assertThat(FINDINGS.violations(property))
                .as(property + " of " + FINDINGS)
                .isEmpty();
        assertThat(FINDINGS.checks(property)).as("checks of " + property).isGreaterThan(WALKS - 1L);
    }
}
