package io.trunkline.backend.telephony;

import io.trunkline.backend.interactions.Measured;
import io.trunkline.backend.interactions.Qualities;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.routing.Routing;
import io.trunkline.model.AgentId;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.call.CallQuality;
import io.trunkline.model.interaction.ParticipantRole;
import io.trunkline.model.interaction.Reservation;
import java.time.Duration;
import java.util.Optional;

/// What agents' devices tell of the lines they had. Only of calls of their own, and while the desktop may still have
/// something unsent.
final class LineQuality {
    private static final Duration LATEST = Duration.ofDays(1);

    private final LegStore legs;
    private final Routing routing;
    private final Qualities qualities;

    LineQuality(LegStore legs, Routing routing, Qualities qualities) {
        this.legs = legs;
        this.routing = routing;
        this.qualities = qualities;
    }

    void told(Tx tx, InteractionId id, AgentId agent, CommandId command, CallQuality quality) {
        var leg = legs.of(tx, id).stream()
                .filter(each -> each.role() == ParticipantRole.AGENT)
                .filter(each -> reservation(tx, each)
                        .filter(found -> found.agent().equals(agent))
                        .isPresent())
                .reduce((_, last) -> last)
                .orElseThrow(() -> new Fault.NotFound("You were in no such call."));
        var ended = leg.endedAt();
        if (ended != null && ended.plus(LATEST).isBefore(tx.now())) {
            throw new Fault.Conflict("The call is over for too long.");
        }
        var reservation = reservation(tx, leg).orElseThrow().id();
        qualities.add(tx, id, new Measured(command, agent, reservation, leg.id(), quality));
    }

    private Optional<Reservation> reservation(Tx tx, Leg leg) {
        return leg.reservation().flatMap(mine -> routing.find(tx, mine));
    }
}
