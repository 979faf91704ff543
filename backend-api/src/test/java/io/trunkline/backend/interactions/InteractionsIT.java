package io.trunkline.backend.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.live.EventStore;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.interaction.Participant;
import io.trunkline.model.interaction.Segment;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InteractionsIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private final InteractionsFeature feature =
            new InteractionsFeature(POSTGRES.database(), new EventLog(new EventStore(POSTGRES.database())));
    private final Dispositions dispositions = feature.dispositions();
    private final Interactions interactions = feature.interactions();
    private Plants plants;
    private AgentId ana;
    private AgentId ben;
    private QueueId sales;
    private QueueId help;

    @BeforeEach
    void plant() {
        plants = new Plants(POSTGRES, POSTGRES.tenant());
        ana = plants.agent("Ana");
        ben = plants.agent("Ben");
        sales = plants.queue("Sales", false);
        help = plants.queue("Help", true);
        plants.skill(ana, "Spanish", 4);
    }

    @Test
    void carriesACallFromArrivalToDisposition() {
        var id = open();
        in(tx -> interactions.queued(tx, id, sales));
        in(tx -> interactions.answered(tx, id, ana));
        in(tx -> interactions.ended(tx, id, Outcome.HANDLED));
        var end = in(tx -> {
            var solved = dispositions.add(tx, "Solved", null);
            return interactions.completed(tx, id, solved.id());
        });

        assertThat(end.state()).isEqualTo(InteractionState.COMPLETED);
        assertThat(end.contact().name()).isEqualTo("Carla");
        assertThat(end.contact().address()).isEqualTo("+15550100");
        assertThat(end.queue().name()).isEqualTo("Sales");
        assertThat(end.agent().name()).isEqualTo("Ana");
        assertThat(end.disposition()).isEqualTo("Solved");
        assertThat(told()).containsExactly("Opened", "Queued", "Answered", "Ended", "Completed");
        assertThat(segments(id)).singleElement().satisfies(segment -> {
            assertThat(segment.agent().name()).isEqualTo("Ana");
            assertThat(segment.outcome()).isEqualTo(Outcome.HANDLED);
            assertThat(segment.wrappedAt()).isNotNull();
        });
        assertThat(POSTGRES.ask("select skills->>'Spanish' from segment where interaction_id = '%s'".formatted(id)))
                .isEqualTo("4");
        assertThat(participants(id)).extracting(Participant::name).containsExactlyInAnyOrder("Carla", "Ana");
        assertThat(participants(id))
                .allSatisfy(participant -> assertThat(participant.leftAt()).isNotNull());
    }

    @Test
    void everythingSaidTwiceIsAppliedOnce() {
        var opening = plants.call(plants.contact("Carla"));
        var id = opening.id();
        twice(tx -> interactions.open(tx, opening));
        twice(tx -> interactions.queued(tx, id, sales));
        twice(tx -> interactions.answered(tx, id, ana));
        twice(tx -> interactions.ended(tx, id, Outcome.HANDLED));
        twice(tx -> interactions.completed(tx, id, null));

        assertThat(told()).containsExactly("Opened", "Queued", "Answered", "Ended", "Completed");
        assertThat(segments(id)).hasSize(1);
        assertThat(participants(id)).hasSize(2);
    }

    @Test
    void aTransferKeepsBothAgentsSegmentsAndOnlyTheLastAgentEndsIt() {
        var id = open();
        in(tx -> interactions.queued(tx, id, sales));
        in(tx -> interactions.answered(tx, id, ana));
        in(tx -> interactions.transferred(tx, id, help));
        in(tx -> interactions.queued(tx, id, help));
        in(tx -> interactions.answered(tx, id, ben));
        var anaWrapped = in(tx -> interactions.completed(tx, id, ana, null));
        assertThat(anaWrapped.state()).isEqualTo(InteractionState.ACTIVE);
        in(tx -> interactions.ended(tx, id, Outcome.HANDLED));
        in(tx -> interactions.completed(tx, id, ana, null));
        var end = in(tx -> interactions.lapsed(tx, id, ben));

        assertThat(end.state()).isEqualTo(InteractionState.COMPLETED);
        assertThat(end.agent().id()).isEqualTo(ben);
        assertThat(segments(id)).extracting(segment -> segment.agent().name()).containsExactly("Ana", "Ben");
        assertThat(segments(id)).allSatisfy(segment -> {
            assertThat(segment.outcome()).isEqualTo(Outcome.HANDLED);
            assertThat(segment.wrappedAt()).isNotNull();
        });
        assertThat(told())
                .containsExactly("Opened", "Queued", "Answered", "Transferred", "Answered", "Ended", "Completed");
    }

    @Test
    void aTransferIsToldByTheNameOfTheQueueOrTheAgent() {
        var id = open();
        in(tx -> interactions.queued(tx, id, sales));
        in(tx -> interactions.answered(tx, id, ana));
        in(tx -> interactions.transferred(tx, id, help));
        in(tx -> interactions.answered(tx, id, ana));
        in(tx -> interactions.transferred(tx, id, ben, help));

        assertThat(POSTGRES.ask("""
                        select string_agg(payload::jsonb ->> 'target', ',' order by id) from outbox
                        where tenant_id = '%s' and type = 'InteractionTransferred'
                        """.formatted(plants.tenant()))).isEqualTo("Help,Ben");
    }

    @Test
    void aContactWhoLeavesTheQueueHasAbandoned() {
        var id = open();
        in(tx -> interactions.queued(tx, id, sales));
        var end = in(tx -> interactions.ended(tx, id, Outcome.ABANDONED));

        assertThat(end.state()).isEqualTo(InteractionState.COMPLETED);
        assertThat(end.outcome()).isEqualTo(Outcome.ABANDONED);
        assertThat(segments(id)).singleElement().satisfies(segment -> {
            assertThat(segment.outcome()).isEqualTo(Outcome.ABANDONED);
            assertThat(segment.endedAt()).isNotNull();
        });
        assertThat(told()).containsExactly("Opened", "Queued", "Ended", "Completed");
    }

    @Test
    void aQueueThatWantsADispositionDoesNotCompleteWithoutOne() {
        var id = open();
        in(tx -> interactions.queued(tx, id, help));
        in(tx -> interactions.answered(tx, id, ana));
        in(tx -> interactions.ended(tx, id, Outcome.HANDLED));

        assertThatThrownBy(() -> in(tx -> interactions.completed(tx, id, null)))
                .isInstanceOf(Fault.Invalid.class)
                .hasMessage("This queue wants a disposition: choose one.");
        assertThat(in(tx -> interactions.find(tx, id).orElseThrow()).state()).isEqualTo(InteractionState.WRAPPING);
    }

    @Test
    void aDispositionOfAnotherQueueIsRefused() {
        var id = open();
        in(tx -> interactions.queued(tx, id, sales));
        in(tx -> interactions.answered(tx, id, ana));
        in(tx -> interactions.ended(tx, id, Outcome.HANDLED));

        assertThatThrownBy(() -> in(tx -> interactions.completed(
                        tx, id, dispositions.add(tx, "Refunded", help).id())))
                .isInstanceOf(Fault.Invalid.class);
    }

    @Test
    void anUnknownInteractionIsNotFound() {
        var nobody = plants.call(plants.contact("Carla")).id();

        assertThatThrownBy(() -> in(tx -> interactions.queued(tx, nobody, sales)))
                .isInstanceOf(Fault.NotFound.class);
    }

    private List<String> told() {
        return List.of(POSTGRES.ask("""
                        select string_agg(substring(type from 12), ',' order by id) from outbox where tenant_id = '%s'
                        """.formatted(plants.tenant())).split(","));
    }

    private InteractionId open() {
        return in(tx -> interactions.open(tx, plants.call(plants.contact("Carla"))))
                .id();
    }

    private void twice(Function<Tx, Interaction> what) {
        var first = in(what);
        assertThat(in(what)).isEqualTo(first);
    }

    private List<Segment> segments(InteractionId id) {
        return in(tx -> new SegmentStore().of(tx, id));
    }

    private List<Participant> participants(InteractionId id) {
        return in(tx -> new ParticipantStore().of(tx, id));
    }

    private <T> T in(Function<Tx, T> work) {
        return POSTGRES.database().inTenant(plants.tenant(), work);
    }
}
