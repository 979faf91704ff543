package io.trunkline.backend.routing;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.presence.Presences;
import io.trunkline.model.AgentId;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.presence.SystemReason;

/// What routing tells presence about an agent; told again, it changes nothing.
final class Attendance {
    private final Presences presences;

    Attendance(Presences presences) {
        this.presences = presences;
    }

    /// The states of all reservations the agent holds now; who holds none is what they wish to be.
    void holds(Tx tx, AgentId agent, ReservationStore.Held held) {
        var states = held.states();
        if (states.contains(ReservationState.ACCEPTED)) {
            presences.engage(tx, agent);
        } else if (states.contains(ReservationState.WRAPPING)) {
            presences.wrapUp(tx, agent);
        } else if (states.contains(ReservationState.OFFERED)) {
            presences.reserve(tx, agent);
        } else if (held.occupied()) {
            presences.occupy(tx, agent);
        } else {
            presences.release(tx, agent);
        }
    }

    /// The agent is offered nothing until they come back.
    void sendAway(Tx tx, AgentId agent, SystemReason reason) {
        presences.away(tx, agent, reason);
    }
}
