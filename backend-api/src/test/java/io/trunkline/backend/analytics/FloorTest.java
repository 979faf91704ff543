package io.trunkline.backend.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.ContactId;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.live.InteractionEvent;
import io.trunkline.model.live.PresenceEvent;
import io.trunkline.model.live.ReservationEvent;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import io.trunkline.model.queue.QueueFigures;
import io.trunkline.model.queue.QueueRef;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FloorTest {
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final QueueRef BILLING = new QueueRef(new QueueId(UUID.randomUUID()), "Billing");
    private static final AgentRef BEN = new AgentRef(new AgentId(UUID.randomUUID()), "Ben");

    private final Floor floor = new Floor(ZoneId.of("Europe/Madrid"));

    @BeforeEach
    void oneQueueWithOneAgent() {
        floor.queues(List.of(new Floor.Queue(BILLING, Duration.ofSeconds(20), Set.of(BEN.id()))));
    }

    @Test
    void anAnsweredCallCountsItsWaitAndItsHandling() {
        var call = new InteractionId(UUID.randomUUID());
        queued(call, NINE);
        answered(call, NINE.plusSeconds(10));
        ended(call, NINE.plusSeconds(70), InteractionState.WRAPPING, Outcome.HANDLED);
        completed(call, NINE.plusSeconds(100));
        wrappedUp(call, NINE.plusSeconds(10), NINE.plusSeconds(100));

        var figures = figures(NINE.plusSeconds(120));

        assertThat(figures.arrived()).isEqualTo(1);
        assertThat(figures.answered()).isEqualTo(1);
        assertThat(figures.averageWaitSeconds()).isCloseTo(10.0, within(1e-9));
        assertThat(figures.averageHandleSeconds()).isCloseTo(90.0, within(1e-9));
        assertThat(figures.serviceLevel()).isEqualTo(1.0);
        assertThat(figures.waiting() + figures.active() + figures.wrapping()).isZero();
    }

    @Test
    void aTransferredCallCountsTheWrapUpOfBothAgents() {
        var call = new InteractionId(UUID.randomUUID());
        queued(call, NINE);
        answered(call, NINE.plusSeconds(10));
        floor.apply(
                NINE.plusSeconds(30),
                new InteractionEvent.Transferred(interaction(call, InteractionState.WAITING, null), "Billing"));
        answered(call, NINE.plusSeconds(40));
        wrappedUp(call, NINE.plusSeconds(10), NINE.plusSeconds(60));
        ended(call, NINE.plusSeconds(70), InteractionState.WRAPPING, Outcome.HANDLED);
        completed(call, NINE.plusSeconds(140));
        wrappedUp(call, NINE.plusSeconds(40), NINE.plusSeconds(140));

        assertThat(figures(NINE.plusSeconds(150)).averageHandleSeconds()).isCloseTo((50.0 + 100.0) / 2, within(1e-9));
    }

    @Test
    void anAbandonedCallLowersTheServiceLevel() {
        var gone = new InteractionId(UUID.randomUUID());
        queued(gone, NINE);
        ended(gone, NINE.plusSeconds(5), InteractionState.COMPLETED, Outcome.ABANDONED);

        assertThat(figures(NINE.plusSeconds(6)).abandoned()).isEqualTo(1);
        assertThat(figures(NINE.plusSeconds(6)).serviceLevel()).isEqualTo(0.0);
    }

    @Test
    void whoWasHelpedOnceAndLeavesTheNextQueueHasAbandonedIt() {
        var call = new InteractionId(UUID.randomUUID());
        queued(call, NINE);
        answered(call, NINE.plusSeconds(10));
        floor.apply(
                NINE.plusSeconds(30),
                new InteractionEvent.Transferred(interaction(call, InteractionState.WAITING, null), "Billing"));
        ended(call, NINE.plusSeconds(40), InteractionState.COMPLETED, Outcome.HANDLED);

        assertThat(figures(NINE.plusSeconds(50)).abandoned()).isEqualTo(1);
    }

    @Test
    void aCallOutIsActiveInItsQueueButNeverCameToIt() {
        var call = new InteractionId(UUID.randomUUID());
        floor.apply(NINE, new InteractionEvent.Opened(interaction(call, InteractionState.ACTIVE, null)));
        answered(call, NINE.plusSeconds(8));

        assertThat(figures(NINE.plusSeconds(9)).active()).isEqualTo(1);
        assertThat(figures(NINE.plusSeconds(9)).arrived()).isZero();
        assertThat(figures(NINE.plusSeconds(9)).answered()).isZero();
    }

    @Test
    void theLongestWaitIsThatOfTheOldestStillWaiting() {
        queued(new InteractionId(UUID.randomUUID()), NINE);
        queued(new InteractionId(UUID.randomUUID()), NINE.plusSeconds(30));

        assertThat(figures(NINE.plusSeconds(60)).waiting()).isEqualTo(2);
        assertThat(figures(NINE.plusSeconds(60)).longestWaitingSince()).isEqualTo(NINE);
    }

    @Test
    void queuedAgainInTheSameQueueArrivesOnce() {
        var call = new InteractionId(UUID.randomUUID());
        queued(call, NINE);
        queued(call, NINE.plusSeconds(3));

        assertThat(figures(NINE.plusSeconds(5)).arrived()).isEqualTo(1);
        assertThat(figures(NINE.plusSeconds(5)).longestWaitingSince()).isEqualTo(NINE);
    }

    @Test
    void anAgentIsCountedWhereTheyStand() {
        floor.apply(
                NINE,
                new PresenceEvent.Changed(new Presence(BEN, PresenceState.WRAP_UP, null, NINE), PresenceState.ENGAGED));

        assertThat(figures(NINE).agentsWrapUp()).isEqualTo(1);
        assertThat(figures(NINE).agentsEngaged()).isZero();
    }

    @Test
    void aNewDayInTheTenantsZoneBeginsAtZeroButKeepsWhoWaits() {
        var late = Instant.parse("2026-11-02T22:59:00Z");
        queued(new InteractionId(UUID.randomUUID()), late);

        var afterMidnight = figures(Instant.parse("2026-11-02T23:00:01Z"));

        assertThat(afterMidnight.arrived()).isZero();
        assertThat(afterMidnight.waiting()).isEqualTo(1);
    }

    private QueueFigures figures(Instant now) {
        return floor.figures(now).getFirst();
    }

    private void queued(InteractionId id, Instant at) {
        floor.apply(at, new InteractionEvent.Queued(interaction(id, InteractionState.WAITING, null)));
    }

    private void answered(InteractionId id, Instant at) {
        floor.apply(at, new InteractionEvent.Answered(interaction(id, InteractionState.ACTIVE, null)));
    }

    private void ended(InteractionId id, Instant at, InteractionState state, Outcome outcome) {
        floor.apply(at, new InteractionEvent.Ended(interaction(id, state, outcome)));
    }

    private void completed(InteractionId id, Instant at) {
        floor.apply(at, new InteractionEvent.Completed(interaction(id, InteractionState.COMPLETED, Outcome.HANDLED)));
    }

    private void wrappedUp(InteractionId id, Instant accepted, Instant at) {
        floor.apply(
                at,
                new ReservationEvent.Completed(new Reservation(
                        new ReservationId(UUID.randomUUID()),
                        id,
                        BEN.id(),
                        Channel.VOICE,
                        Direction.INBOUND,
                        ReservationState.COMPLETED,
                        new ContactRef(new ContactId(UUID.randomUUID()), "Ana", null),
                        BILLING,
                        NINE,
                        NINE,
                        accepted,
                        accepted,
                        accepted,
                        at)));
    }

    private static Interaction interaction(InteractionId id, InteractionState state, @Nullable Outcome outcome) {
        var ana = new ContactRef(new ContactId(UUID.randomUUID()), "Ana", "+34911234567");
        return new Interaction(
                id,
                Channel.VOICE,
                Direction.INBOUND,
                state,
                outcome,
                ana,
                BILLING,
                BEN,
                null,
                NINE,
                NINE,
                null,
                null,
                null,
                null);
    }
}
