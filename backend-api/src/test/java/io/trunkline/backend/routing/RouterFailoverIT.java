package io.trunkline.backend.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.Waits;
import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.queue.QueueChange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Routers that die, stop for a while and come back, over the rows of one tenant.
class RouterFailoverIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(Clock.systemUTC());

    @Test
    void anotherNodeTakesOverWithEveryReservationAndOffersNothingTwice() {
        var tenant = POSTGRES.tenant();
        try (var database = POSTGRES.anotherNode();
                var second = POSTGRES.anotherNode()) {
            InteractionId waiting;
            AgentId ana;
            var first = new Centre(POSTGRES, database, tenant, Clock.systemUTC(), "node-a");
            try (first) {
                var sales = first.queue("Sales", 60, false);
                ana = first.agent("Ana", sales);
                first.available(ana);
                var ringing = first.call(sales);
                first.reservation(ringing, "OFFERED");
                waiting = first.call(sales);
                try (var other = new Centre(POSTGRES, second, tenant, Clock.systemUTC(), "node-b")) {
                    first.close();
                    var offer = other.reservation(ringing, "OFFERED");
                    other.database.doInTenant(tenant, tx -> other.routing.accept(tx, offer, ana));
                    other.database.doInTenant(tenant, tx -> {
                        other.interactions.ended(tx, ringing, Outcome.HANDLED);
                        other.routing.release(tx, ringing);
                        other.routing.complete(tx, ringing, ana, null);
                    });
                    assertThat(other.agentOf(other.reservation(waiting, "OFFERED")))
                            .isEqualTo(ana);
                    assertThat(other.count("reservation where interaction_id = '%s'".formatted(ringing)))
                            .isEqualTo(1);
                }
            }
        }
    }

    @Test
    void queuesAndSkillsChangedOnAnotherNodeAreObeyedLongBeforeTheNextSweep() {
        var tenant = POSTGRES.tenant();
        try (var database = POSTGRES.anotherNode();
                var second = POSTGRES.anotherNode();
                var leads = new Centre(POSTGRES, database, tenant, Clock.systemUTC(), "node-e")) {
            var sales = leads.queue("Sales", 60, false);
            var help = leads.queue("Help", 60, false);
            var ben = leads.agent("Ben", help);
            leads.available(ben);
            Waits.until("the lease", () -> epoch(leads).startsWith("node-e"));
            try (var other = new Centre(POSTGRES, second, tenant, Clock.systemUTC(), "node-f")) {
                other.database.doInTenant(
                        tenant,
                        tx -> other.feature.queues().change(tx, Audit.Actor.SYSTEM, help, QueueChange.paused(true)));
                var call = leads.call(sales);

                other.database.doInTenant(
                        tenant, tx -> other.feature.queues().assign(tx, ben, List.of(sales, help), null));

                assertThat(leads.agentOf(leads.reservation(call, "OFFERED"))).isEqualTo(ben);
                var paused = leads.call(help);
                leads.available(leads.agent("Ana", help));
                assertThat(leads.count("reservation where interaction_id = '%s'".formatted(paused)))
                        .isZero();
                other.database.doInTenant(
                        tenant,
                        tx -> other.feature.queues().change(tx, Audit.Actor.SYSTEM, help, QueueChange.paused(false)));
                leads.reservation(paused, "OFFERED");
            }
        }
    }

    @Test
    void aLeaderThatWasPausedWritesNothingOnceSomebodyElseHasTheLease() {
        var centre = new Centre(POSTGRES, POSTGRES.database(), POSTGRES.tenant(), Clock.systemUTC(), "node-c");
        try (centre) {
            var sales = centre.queue("Sales", 60, false);
            var ana = centre.agent("Ana", sales);
            Waits.until("the lease", () -> !epoch(centre).isEmpty());
            // While it still believes to lead, somebody else has taken over.
            POSTGRES.tell(
                    "update lease set holder = 'elsewhere', epoch = epoch + 1, expires_at = now() + interval '1 hour' "
                            + "where name = 'router:%s'".formatted(centre.tenant));

            centre.available(ana);
            var call = centre.call(sales);
            Waits.until("the old leader to have noticed", () -> epoch(centre).startsWith("elsewhere"));
            for (var turn = 0; turn < 20; turn++) {
                centre.database.doInTenant(centre.tenant, tx -> centre.routing.agentChanged(tx, ana));
            }

            assertThat(centre.count("reservation where interaction_id = '%s'".formatted(call)))
                    .isZero();
        }
    }

    @Test
    void underAStormOfAnswersEveryContactIsServedOnceAndNobodyHoldsTooMuch() {
        var centre = new Centre(POSTGRES, POSTGRES.database(), POSTGRES.tenant(), Clock.systemUTC(), "node-d");
        try (centre) {
            var sales = centre.queue("Sales", 0, false);
            var agents = new ArrayList<AgentId>();
            for (var agent = 0; agent < 20; agent++) {
                agents.add(centre.agent("Agent " + agent, sales));
            }
            var calls = new ArrayList<InteractionId>();
            for (var call = 0; call < 300; call++) {
                calls.add(centre.call(sales, call % 3 == 0 ? Channel.SMS : Channel.VOICE));
            }
            agents.forEach(centre::available);
            var served = new AtomicInteger();
            var running = new ArrayList<Thread>();
            for (var agent : agents) {
                running.add(Thread.ofVirtual().start(() -> work(centre, agent, served, calls.size())));
            }
            Waits.until("all to be served; " + served, () -> served.get() >= calls.size());

            assertThat(centre.count("reservation where state = 'COMPLETED'")).isEqualTo(calls.size());
            assertThat(centre.count("queue_entry where true")).isZero();
            assertThat(centre.count("slot where true")).isZero();
            assertThat(running).isNotEmpty();
        }
    }

    /// Answers whatever comes; every fourth offer is declined, and every accepted contact leaves at once.
    private static void work(Centre centre, AgentId agent, AtomicInteger served, int all) {
        var offers = 0;
        while (served.get() < all) {
            for (var held : held(centre, agent)) {
                offers++;
                try {
                    answer(centre, agent, held, offers);
                    if (centre.stateOf(held.id()).equals("COMPLETED")) {
                        served.incrementAndGet();
                    }
                } catch (Fault.Conflict _) {
                    // It expired or was withdrawn meanwhile: somebody else has it.
                }
            }
        }
    }

    private static void answer(Centre centre, AgentId agent, Reservation held, int offers) {
        if (offers % 4 == 0) {
            centre.database.doInTenant(centre.tenant, tx -> centre.routing.decline(tx, held.id(), agent));
            return;
        }
        centre.database.doInTenant(centre.tenant, tx -> centre.routing.accept(tx, held.id(), agent));
        centre.database.doInTenant(centre.tenant, tx -> {
            centre.interactions.ended(tx, held.interaction(), Outcome.HANDLED);
            centre.routing.release(tx, held.interaction());
            centre.routing.complete(tx, held.interaction(), agent, null);
        });
    }

    private static List<Reservation> held(Centre centre, AgentId agent) {
        return centre
                .database
                .<List<Reservation>>inTenant(centre.tenant, tx -> centre.routing.heldBy(tx, agent))
                .stream()
                .filter(r -> r.state() == ReservationState.OFFERED)
                .toList();
    }

    private static String epoch(Centre centre) {
        return POSTGRES.ask("select holder from lease where name = 'router:%s'".formatted(centre.tenant));
    }
}
