package io.trunkline.backend.analytics;

import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.live.InteractionEvent;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.live.PresenceEvent;
import io.trunkline.model.live.ReservationEvent;
import io.trunkline.model.presence.PresenceState;
import io.trunkline.model.queue.QueueFigures;
import io.trunkline.model.queue.QueueRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One tenant's contact centre in memory, as the event log tells it. Pure; the caller serialises access.
final class Floor {
    private final ZoneId zone;
    private final Map<InteractionId, Piece> pieces = new HashMap<>();
    private final Map<AgentId, PresenceState> agents = new HashMap<>();
    private Map<QueueId, Queue> queues = Map.of();
    private LocalDate date = LocalDate.MIN;
    private Day day = new Day();

    /// A queue as the figures need it.
    record Queue(QueueRef ref, Duration level, Set<AgentId> agents) {
        Queue {
            agents = Set.copyOf(agents);
        }
    }

    /// An interaction that is not completed.
    record Piece(
            InteractionState state,
            @Nullable QueueId queue,
            @Nullable Instant waitingSince) {}

    Floor(ZoneId zone) {
        this.zone = zone;
    }

    void queues(Collection<Queue> all) {
        var byId = new HashMap<QueueId, Queue>();
        all.forEach(queue -> byId.put(queue.ref().id(), queue));
        queues = Map.copyOf(byId);
    }

    void presence(AgentId agent, PresenceState state) {
        agents.put(agent, state);
    }

    /// An interaction that was under way before the first event this floor is told of.
    void underWay(InteractionId id, Piece piece) {
        pieces.put(id, piece);
    }

    /// Events of one tenant, in the order of their numbers.
    void apply(Instant at, LiveEvent event) {
        turnDay(at);
        switch (event) {
            case InteractionEvent happened -> interaction(at, happened);
            case ReservationEvent.Completed completed -> handled(at, completed.reservation());
            case PresenceEvent.Changed changed ->
                agents.put(changed.presence().agent().id(), changed.presence().state());
            default -> {
                // everything else changes no figure
            }
        }
    }

    List<QueueFigures> figures(Instant now) {
        turnDay(now);
        return queues.values().stream()
                .sorted(Comparator.comparing(queue -> queue.ref().name()))
                .map(queue -> figures(queue, now))
                .toList();
    }

    private void interaction(Instant at, InteractionEvent event) {
        var interaction = event.interaction();
        var before = pieces.get(interaction.id());
        switch (event) {
            case InteractionEvent.Opened _ ->
                pieces.put(interaction.id(), new Piece(interaction.state(), queueOf(interaction), null));
            case InteractionEvent.Queued _ -> queued(at, interaction, before);
            case InteractionEvent.Answered _ -> answered(at, interaction, before);
            case InteractionEvent.Transferred _ -> transferred(at, interaction);
            case InteractionEvent.Ended _ -> ended(interaction, before);
            case InteractionEvent.Completed _ -> pieces.remove(interaction.id());
        }
    }

    private void queued(Instant at, Interaction interaction, @Nullable Piece before) {
        var queue = queueOf(interaction);
        var waitsThere =
                before != null && before.state() == InteractionState.WAITING && Objects.equals(before.queue(), queue);
        if (waitsThere) {
            return;
        }
        if (queue != null) {
            day.arrived(queue);
        }
        pieces.put(interaction.id(), new Piece(InteractionState.WAITING, queue, at));
    }

    private void answered(Instant at, Interaction interaction, @Nullable Piece before) {
        var queue = queueOf(interaction);
        if (queue != null
                && before != null
                && before.waitingSince() != null
                && before.state() == InteractionState.WAITING) {
            day.answered(queue, Duration.between(before.waitingSince(), at), level(queue));
        }
        pieces.put(interaction.id(), new Piece(InteractionState.ACTIVE, queue, null));
    }

    private void transferred(Instant at, Interaction interaction) {
        if (interaction.state() == InteractionState.WAITING) {
            queued(at, interaction, null);
        } else {
            pieces.put(interaction.id(), new Piece(interaction.state(), null, null));
        }
    }

    private void ended(Interaction interaction, @Nullable Piece before) {
        if (before == null) {
            return;
        }
        if (left(interaction) && before.state() == InteractionState.WAITING && before.queue() != null) {
            day.abandoned(before.queue());
        }
        if (interaction.state() == InteractionState.WRAPPING) {
            pieces.put(interaction.id(), new Piece(InteractionState.WRAPPING, before.queue(), null));
        } else if (interaction.state() == InteractionState.COMPLETED) {
            pieces.remove(interaction.id());
        }
    }

    /// A contact who was helped once and leaves while waiting for the next has abandoned that queue.
    private static boolean left(Interaction interaction) {
        return interaction.outcome() == Outcome.ABANDONED || interaction.outcome() == Outcome.HANDLED;
    }

    /// From the agent's answer to the end of their wrap-up, also when the contact went on to somebody else.
    private void handled(Instant at, Reservation reservation) {
        if (reservation.queue() != null && reservation.acceptedAt() != null) {
            day.handled(reservation.queue().id(), Duration.between(reservation.acceptedAt(), at));
        }
    }

    private QueueFigures figures(Queue queue, Instant now) {
        var states = new EnumMap<InteractionState, Integer>(InteractionState.class);
        Instant longest = null;
        for (var piece : pieces.values()) {
            if (queue.ref().id().equals(piece.queue())) {
                states.merge(piece.state(), 1, Integer::sum);
                longest = earlier(longest, piece.waitingSince());
            }
        }
        var desks = new EnumMap<PresenceState, Integer>(PresenceState.class);
        queue.agents()
                .forEach(agent -> desks.merge(agents.getOrDefault(agent, PresenceState.OFFLINE), 1, Integer::sum));
        var counts = day.of(queue.ref().id());
        return new QueueFigures(
                queue.ref(),
                states.getOrDefault(InteractionState.WAITING, 0),
                longest,
                states.getOrDefault(InteractionState.ACTIVE, 0),
                states.getOrDefault(InteractionState.WRAPPING, 0),
                desks.getOrDefault(PresenceState.AVAILABLE, 0),
                desks.getOrDefault(PresenceState.ENGAGED, 0) + desks.getOrDefault(PresenceState.RESERVED, 0),
                desks.getOrDefault(PresenceState.WRAP_UP, 0),
                desks.getOrDefault(PresenceState.AWAY, 0),
                counts.arrived,
                counts.answered,
                counts.abandoned,
                counts.serviceLevel(),
                counts.averageWait(),
                counts.averageHandling(),
                now);
    }

    private void turnDay(Instant at) {
        var today = at.atZone(zone).toLocalDate();
        if (today.isAfter(date)) {
            date = today;
            day = new Day();
        }
    }

    private Duration level(QueueId queue) {
        var known = queues.get(queue);
        return known == null ? Duration.ZERO : known.level();
    }

    private static @Nullable QueueId queueOf(Interaction interaction) {
        return interaction.queue() == null ? null : interaction.queue().id();
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
