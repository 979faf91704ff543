package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.routing.Routing;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.LegId;
import io.trunkline.model.TenantId;
import io.trunkline.model.interaction.ParticipantRole;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/// Agents' devices that come into a call, and come back after a crash: both are the same act.
public final class AgentLegs {
    private final Database database;
    private final CallStore calls;
    private final LegStore legs;
    private final Routing routing;
    private final CarrierCommands commands;
    private final CallLife life;
    private final CallStates states;
    private final Bringing bringing;

    AgentLegs(
            Database database,
            CallStore calls,
            LegStore legs,
            Routing routing,
            CarrierCommands commands,
            CallLife life,
            CallStates states,
            Bringing bringing) {
        this.database = database;
        this.calls = calls;
        this.legs = legs;
        this.routing = routing;
        this.commands = commands;
        this.life = life;
        this.states = states;
        this.bringing = bringing;
    }

    /// The interaction whose conference the device may join; empty when the reservation is not that agent's, was not
    /// accepted, or the contact is gone. Once that is answered, [#answered] brings the contact.
    public Optional<InteractionId> arrive(TenantId tenant, AgentArrival arrival) {
        return database.inTenant(
                tenant,
                tx -> routing.find(tx, arrival.reservation())
                        .filter(found ->
                                found.agent().equals(arrival.agent()) && found.state() == ReservationState.ACCEPTED)
                        .flatMap(found -> join(tx, arrival, found)));
    }

    /// The device has its answer.
    public void answered() {
        commands.answered();
    }

    private Optional<InteractionId> join(Tx tx, AgentArrival arrival, Reservation reservation) {
        var id = reservation.interaction();
        var contact = legs.of(tx, id).stream()
                .filter(leg -> leg.role() == ParticipantRole.CONTACT && leg.live())
                .findFirst();
        var call = calls.lock(tx, id);
        if (contact.isEmpty() || call.isEmpty()) {
            return Optional.empty();
        }
        var first = legs.bySid(tx, arrival.sid()).isEmpty();
        legs.insert(
                tx,
                new LegId(Ids.next()),
                id,
                reservation.id(),
                ParticipantRole.AGENT,
                arrival.sid(),
                Direction.INBOUND,
                LegState.IN_PROGRESS);
        if (first) {
            // Asked again by a leg that went since, whoever came back after it must not be dropped.
            legs.bySid(tx, arrival.sid()).ifPresent(leg -> life.agentThere(tx, call.get(), leg));
        }
        bringing.bring(tx, call.get(), contact.get(), reservation);
        states.tell(tx, id);
        return Optional.of(id);
    }

    static UUID named(Leg leg, String what) {
        return named(leg.id(), what);
    }

    static UUID named(LegId leg, String what) {
        return UUID.nameUUIDFromBytes((leg + what).getBytes(StandardCharsets.UTF_8));
    }
}
