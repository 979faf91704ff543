package io.trunkline.backend.routing;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns committed rows into what a router has to hear.
final class Learning {
    private final EntryStore entries;
    private final AgentStore agents;
    private final DecisionStore decisions;
    private long versions;

    Learning(EntryStore entries, AgentStore agents, DecisionStore decisions) {
        this.entries = entries;
        this.agents = agents;
        this.decisions = decisions;
    }

    /// Everything, for a router that knows nothing; told again later, it heals whatever was missed.
    List<RouterEvent> everything(Tx tx, Router router) {
        var events = new ArrayList<RouterEvent>();
        pauses(tx, events);
        agents.all(tx).forEach(row -> events.add(standing(row)));
        var live = decisions.live(tx);
        var known = new HashSet<InteractionId>(router.waiting());
        for (var row : entries.all(tx)) {
            events.add(new RouterEvent.Enqueued(row.arrival()));
            known.remove(row.interactionId());
        }
        for (var refusal : decisions.refusals(tx)) {
            events.add(new RouterEvent.RefusedBefore(
                    refusal.interactionId(), refusal.agentId(), Times.micros(refusal.endedAt())));
        }
        var held = new HashSet<ReservationId>(router.held());
        for (var row : live) {
            reservation(row, router).ifPresent(events::add);
            held.remove(row.id());
        }
        decisions.of(tx, held).forEach(row -> reservation(row, router).ifPresent(events::add));
        known.forEach(id -> left(id, router).ifPresent(events::add));
        return events;
    }

    /// What the hints point at.
    List<RouterEvent> from(Tx tx, Collection<Hint> hints, Router router) {
        var events = new ArrayList<RouterEvent>();
        if (hints.stream().anyMatch(h -> h instanceof Hint.OfQueue)) {
            pauses(tx, events);
        }
        var people = new HashSet<AgentId>();
        var ids = new HashSet<ReservationId>();
        var interactions = new HashSet<InteractionId>();
        for (var hint : hints) {
            switch (hint) {
                case Hint.OfAgent h -> people.add(h.id());
                case Hint.OfReservation h -> ids.add(h.id());
                case Hint.OfInteraction h -> interactions.add(h.id());
                case Hint.OfQueue _ -> {}
            }
        }
        if (!people.isEmpty()) {
            agents.of(tx, people).forEach(row -> events.add(standing(row)));
        }
        if (!ids.isEmpty()) {
            decisions.of(tx, ids).forEach(row -> reservation(row, router).ifPresent(events::add));
        }
        if (!interactions.isEmpty()) {
            waiting(tx, interactions, router, events);
        }
        return events;
    }

    private void waiting(Tx tx, Set<InteractionId> interactions, Router router, List<RouterEvent> events) {
        for (var row : entries.of(tx, interactions)) {
            events.add(new RouterEvent.Enqueued(row.arrival()));
            interactions.remove(row.interactionId());
        }
        interactions.forEach(id -> left(id, router).ifPresent(events::add));
    }

    private static Optional<RouterEvent> left(InteractionId id, Router router) {
        var visit = router.visit(id);
        return visit.isPresent() ? Optional.of(new RouterEvent.Left(id, visit.getAsLong())) : Optional.empty();
    }

    private void pauses(Tx tx, List<RouterEvent> events) {
        for (var row : decisions.queues(tx)) {
            events.add(new RouterEvent.QueuePaused(row.id(), ++versions, row.paused()));
        }
    }

    private RouterEvent standing(AgentStore.Row row) {
        return new RouterEvent.AgentChanged(agents.standing(row, ++versions));
    }

    private static Optional<RouterEvent> reservation(DecisionStore.Held row, Router router) {
        var known = router.knows(row.id());
        return switch (row.state()) {
            case OFFERED -> known ? rang(row) : Optional.of(found(row, RouterEvent.Hold.OFFERED));
            case ACCEPTED ->
                Optional.of(known ? new RouterEvent.Accepted(row.id()) : found(row, RouterEvent.Hold.ACCEPTED));
            case WRAPPING ->
                Optional.of(known ? new RouterEvent.Released(row.id()) : found(row, RouterEvent.Hold.WRAPPING));
            case COMPLETED -> Optional.of(new RouterEvent.Completed(row.id()));
            case DECLINED -> Optional.of(new RouterEvent.Declined(row.id()));
            case EXPIRED ->
                Optional.of(row.neverRang() ? new RouterEvent.NotRinging(row.id()) : new RouterEvent.Expired(row.id()));
            case WITHDRAWN -> Optional.of(new RouterEvent.Withdrawn(row.id()));
        };
    }

    private static Optional<RouterEvent> rang(DecisionStore.Held row) {
        return row.ringingAt() == null ? Optional.empty() : Optional.of(new RouterEvent.Rang(row.id()));
    }

    private static RouterEvent found(DecisionStore.Held row, RouterEvent.Hold hold) {
        return new RouterEvent.Found(
                row.id(),
                row.interactionId(),
                row.visit(),
                row.agentId(),
                row.channel(),
                hold,
                row.ringingAt() != null,
                Times.micros(row.deadline()));
    }
}
