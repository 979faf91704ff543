package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.routing.Routing;
import io.trunkline.model.AgentId;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.LegId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.TalkWay;
import io.trunkline.model.interaction.ParticipantRole;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// Agents who talk by a telephone or SIP address: it is dialled into the interaction's conference, and the contact
/// joins once it is answered.
final class AgentLines {
    private final CallStore calls;
    private final LegStore legs;
    private final Routing routing;
    private final CarrierCommands commands;
    private final CallLife life;
    private final CallStates states;
    private final Bringing bringing;
    private final TalkWays ways;
    private final Duration timeout;

    AgentLines(
            CallStore calls,
            LegStore legs,
            Routing routing,
            CarrierCommands commands,
            CallLife life,
            CallStates states,
            Bringing bringing,
            TalkWays ways,
            Duration timeout) {
        this.calls = calls;
        this.legs = legs;
        this.routing = routing;
        this.commands = commands;
        this.life = life;
        this.states = states;
        this.bringing = bringing;
        this.ways = ways;
        this.timeout = timeout;
    }

    /// The agent has taken the call: their line is dialled, unless they talk by their device.
    void accepted(Tx tx, Reservation reservation) {
        var way = ways.of(tx, reservation.agent());
        switch (way.kind()) {
            case DEVICE -> {}
            case PHONE, SIP -> dial(tx, reservation, way);
        }
    }

    /// The desktop asks for the line, perhaps again after it was lost. One that is up or ringing is left alone.
    void wanted(Tx tx, ReservationId id, AgentId agent) {
        var reservation = routing.find(tx, id)
                .filter(found -> found.agent().equals(agent))
                .orElseThrow(() -> new Fault.NotFound("There is no such offer."));
        if (reservation.state() != ReservationState.ACCEPTED) {
            throw new Fault.Conflict("You do not hold this call.");
        }
        var way = ways.of(tx, agent);
        switch (way.kind()) {
            case DEVICE -> throw new Fault.Conflict("You talk by your device, which calls in by itself.");
            case PHONE, SIP -> dial(tx, reservation, way);
        }
    }

    private void dial(Tx tx, Reservation reservation, TalkWay way) {
        var id = reservation.interaction();
        var call = calls.lock(tx, id).orElseThrow(() -> new Fault.Conflict("There is no call."));
        var up = legs.of(tx, id).stream()
                .anyMatch(leg -> leg.role() == ParticipantRole.AGENT
                        && leg.live()
                        && reservation.id().equals(leg.reservationId()));
        if (up) {
            return;
        }
        var leg = new LegId(Ids.next());
        legs.insert(tx, leg, id, reservation.id(), ParticipantRole.AGENT, null, Direction.OUTBOUND, LegState.QUEUED);
        var address = Objects.requireNonNull(way.address(), "a line has an address");
        var seconds = (int) timeout.toSeconds();
        commands.order(
                tx,
                AgentLegs.named(leg, "dial"),
                new CarrierOrder.Dial(id, leg, address, String.valueOf(call.ourNumber()), seconds, call.muted()));
        life.lineExpected(tx, call, timeout);
        states.tell(tx, id);
    }

    /// The line is answered: it takes the place of older legs, and the contact comes. One that is answered
    /// after its agent was given up is about to be hung up.
    void answered(Tx tx, Leg line) {
        var id = line.interactionId();
        var call = calls.lock(tx, id);
        var reservation = line.reservation().filter(_ -> isHolders(tx, line)).flatMap(mine -> routing.find(tx, mine));
        var contact = legs.of(tx, id).stream()
                .filter(leg -> leg.role() == ParticipantRole.CONTACT && leg.live())
                .findFirst();
        if (call.isEmpty() || reservation.isEmpty() || contact.isEmpty()) {
            return;
        }
        life.agentThere(tx, call.get(), line);
        bringing.bring(tx, call.get(), contact.get(), reservation.get());
        legs.byId(tx, line.id()).filter(_ -> !isUp(line)).ifPresent(now -> up(tx, call.get(), now));
        tx.afterCommit(commands::answered);
        states.tell(tx, id);
    }

    /// A line can be heard from now on, or not: as its dial asked. This is the record until the carrier has
    /// done what the agent has wished since.
    void up(Tx tx, CallRow call, Leg line) {
        var silent = commands.dialledMuted(tx, line);
        if (call.muted() != silent && isHolders(tx, line)) {
            calls.mute(tx, call.interactionId(), silent);
            mute(tx, call, line, call.muted());
        }
    }

    /// The leg by which whoever holds the call talks: the last that came. A device mutes its own track, a line
    /// is muted at the carrier.
    Optional<Leg> talkedBy(Tx tx, InteractionId call) {
        return legs.of(tx, call).stream()
                .filter(leg -> leg.role() == ParticipantRole.AGENT && leg.live() && (leg.device() || isUp(leg)))
                .filter(leg -> isHolders(tx, leg))
                .reduce((_, last) -> last);
    }

    private boolean isHolders(Tx tx, Leg leg) {
        return leg.reservation().filter(mine -> life.holds(tx, mine)).isPresent();
    }

    void mute(Tx tx, CallRow call, Leg line, boolean on) {
        commands.order(tx, new CarrierOrder.Mute(call.interactionId(), line.sid(), call.conferenceSid(), on));
    }

    /// What tells that it was answered and what tells that it is in the conference come in any order.
    static boolean isUp(Leg line) {
        return line.live() && line.callSid() != null && (line.state() == LegState.IN_PROGRESS || line.inConference());
    }
}
