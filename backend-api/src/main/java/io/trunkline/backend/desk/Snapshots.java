package io.trunkline.backend.desk;

import io.trunkline.backend.inbox.Inbox;
import io.trunkline.backend.interactions.Interactions;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.presence.Presences;
import io.trunkline.backend.routing.Routing;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.call.CallState;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.live.DeskSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Reads the snapshot of one agent's desk.
final class Snapshots {
    private final EventLog log;
    private final Presences presences;
    private final Routing routing;
    private final Interactions interactions;
    private final Inbox inbox;
    private final BiFunction<Tx, InteractionId, Optional<CallState>> calls;

    Snapshots(
            EventLog log,
            Presences presences,
            Routing routing,
            Interactions interactions,
            Inbox inbox,
            BiFunction<Tx, InteractionId, Optional<CallState>> calls) {
        this.log = log;
        this.presences = presences;
        this.routing = routing;
        this.interactions = interactions;
        this.inbox = inbox;
        this.calls = calls;
    }

    DeskSnapshot of(Tx tx, AgentId agent) {
        // First the number: what comes later is told by the feed, perhaps once more, never not at all.
        var seq = log.head(tx);
        var reservations = routing.heldBy(tx, agent);
        var held = concerned(tx, agent, reservations);
        return new DeskSnapshot(
                seq,
                presences.of(tx, agent),
                reservations,
                held,
                inbox.of(tx, held),
                held.stream().flatMap(i -> calls.apply(tx, i.id()).stream()).toList(),
                presences.awayReasons(tx));
    }

    private List<Interaction> concerned(Tx tx, AgentId agent, List<Reservation> reservations) {
        var offered = reservations.stream().flatMap(r -> interactions.find(tx, r.interaction()).stream());
        return Stream.concat(interactions.heldBy(tx, agent).stream(), offered)
                .distinct()
                .toList();
    }
}
