package io.trunkline.backend.routing;

import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.interaction.ReservationState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows, as a database would keep them: every change is compare-and-set, and survives a router.
final class Rows {
    enum Place {
        WAITING,
        LEFT,
        DONE
    }

    static final class Entry {
        final Arrival arrival;
        Place place = Place.WAITING;

        Entry(Arrival arrival) {
            this.arrival = arrival;
        }
    }

    static final class Row {
        final Decision.Offer offer;
        ReservationState state = ReservationState.OFFERED;
        long endedAt;
        boolean rang;

        Row(Decision.Offer offer) {
            this.offer = offer;
        }

        boolean bindsInteraction() {
            return state == ReservationState.OFFERED || state == ReservationState.ACCEPTED;
        }

        boolean bindsAgent() {
            return bindsInteraction() || state == ReservationState.WRAPPING;
        }
    }

    final List<Entry> entries = new ArrayList<>();
    final Map<ReservationId, Row> rows = new LinkedHashMap<>();
    final Map<AgentId, Standing> agents = new LinkedHashMap<>();
    final Map<QueueId, RouterEvent.QueuePaused> queues = new LinkedHashMap<>();

    /// Writes what a router decided; what the row says afterwards comes back as an event.
    Optional<RouterEvent> commit(Decision decision, long now) {
        return switch (decision) {
            case Decision.Offer offer -> insert(offer);
            case Decision.Withdraw d ->
                move(d.reservation(), ReservationState.WITHDRAWN, now)
                        ? Optional.of(new RouterEvent.Withdrawn(d.reservation()))
                        : Optional.empty();
            case Decision.Expire d ->
                move(d.reservation(), ReservationState.EXPIRED, now)
                        ? Optional.of(new RouterEvent.Expired(d.reservation()))
                        : Optional.empty();
            case Decision.NotRinging d -> silent(d.reservation(), now);
            case Decision.SendAway d -> {
                var old = agents.get(d.agent());
                var away =
                        new Standing(d.agent(), old.version() + 1, false, now, old.queues(), old.skills(), old.slots());
                agents.put(d.agent(), away);
                yield Optional.of(new RouterEvent.AgentChanged(away));
            }
        };
    }

    private Optional<RouterEvent> silent(ReservationId id, long now) {
        var row = rows.get(id);
        return row != null && !row.rang && move(id, ReservationState.EXPIRED, now)
                ? Optional.of(new RouterEvent.NotRinging(id))
                : Optional.empty();
    }

    /// From OFFERED only: of accept, decline, expire and withdraw exactly one wins.
    boolean move(ReservationId id, ReservationState to, long now) {
        var row = rows.get(id);
        if (row == null || row.state != ReservationState.OFFERED) {
            return false;
        }
        row.state = to;
        row.endedAt = now;
        return true;
    }

    Optional<Entry> waiting(InteractionId interaction, long visit) {
        return entries.stream()
                .filter(e -> e.arrival.interaction().equals(interaction) && e.arrival.visit() == visit)
                .findFirst();
    }

    List<Row> live() {
        return rows.values().stream().filter(Row::bindsAgent).toList();
    }

    /// All a new router has to know.
    List<RouterEvent> rebuild() {
        var events = new ArrayList<RouterEvent>();
        queues.values().forEach(events::add);
        for (var standing : agents.values()) {
            events.add(new RouterEvent.AgentChanged(new Standing(
                    standing.agent(),
                    standing.version(),
                    standing.offerable(),
                    idleSince(standing),
                    standing.queues(),
                    standing.skills(),
                    standing.slots())));
        }
        for (var entry : entries) {
            var row = live().stream().filter(r -> isOf(r, entry)).findFirst();
            if (entry.place == Place.WAITING
                    || row.filter(Row::bindsInteraction).isPresent()) {
                events.add(new RouterEvent.Enqueued(entry.arrival));
                refusals(entry, events);
            }
            row.ifPresent(r -> events.add(found(r)));
            if (entry.place == Place.LEFT) {
                events.add(new RouterEvent.Left(entry.arrival.interaction(), entry.arrival.visit()));
            }
        }
        return events;
    }

    private void refusals(Entry entry, List<RouterEvent> events) {
        for (var row : rows.values()) {
            if (isOf(row, entry) && (row.state == ReservationState.DECLINED || row.state == ReservationState.EXPIRED)) {
                events.add(new RouterEvent.RefusedBefore(row.offer.interaction(), row.offer.agent(), row.endedAt));
            }
        }
    }

    private static boolean isOf(Row row, Entry entry) {
        return row.offer.interaction().equals(entry.arrival.interaction())
                && row.offer.visit() == entry.arrival.visit();
    }

    private long idleSince(Standing standing) {
        return rows.values().stream()
                .filter(r -> r.offer.agent().equals(standing.agent()) && r.state != ReservationState.WITHDRAWN)
                .mapToLong(r -> r.endedAt)
                .reduce(standing.idleSince(), Math::max);
    }

    private static RouterEvent.Found found(Row row) {
        var offer = row.offer;
        var hold = switch (row.state) {
            case OFFERED -> RouterEvent.Hold.OFFERED;
            case ACCEPTED -> RouterEvent.Hold.ACCEPTED;
            default -> RouterEvent.Hold.WRAPPING;
        };
        return new RouterEvent.Found(
                offer.reservation(),
                offer.interaction(),
                offer.visit(),
                offer.agent(),
                offer.channel(),
                hold,
                row.rang,
                offer.deadline());
    }

    private Optional<RouterEvent> insert(Decision.Offer offer) {
        var entry = waiting(offer.interaction(), offer.visit());
        var taken = rows.values().stream()
                .anyMatch(r -> r.bindsInteraction() && r.offer.interaction().equals(offer.interaction()));
        var here = live().stream()
                .filter(r -> r.offer.agent().equals(offer.agent()) && r.offer.channel() == offer.channel())
                .count();
        var slots = agents.get(offer.agent()).slots().getOrDefault(offer.channel(), 0);
        if (entry.isEmpty() || entry.get().place != Place.WAITING || taken || here >= Math.max(1, slots)) {
            return Optional.of(new RouterEvent.Refused(offer.reservation()));
        }
        rows.put(offer.reservation(), new Row(offer));
        return Optional.empty();
    }
}
