package io.trunkline.backend.telephony;

import io.trunkline.backend.interactions.Interactions;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.routing.Routing;
import io.trunkline.model.Direction;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.interaction.ParticipantRole;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Applies what carriers tell of legs and conferences. The order in which they tell it does not matter.
public final class LegNotices {
    private final CallStore calls;
    private final LegStore legs;
    private final Interactions interactions;
    private final Routing routing;
    private final CarrierCommands commands;
    private final CallLife life;
    private final CallStates states;
    private final AgentLines lines;

    LegNotices(
            CallStore calls,
            LegStore legs,
            Interactions interactions,
            Routing routing,
            CarrierCommands commands,
            CallLife life,
            CallStates states,
            AgentLines lines) {
        this.calls = calls;
        this.legs = legs;
        this.interactions = interactions;
        this.routing = routing;
        this.commands = commands;
        this.life = life;
        this.states = states;
        this.lines = lines;
    }

    /// Those of the calls that have no leg yet.
    public Set<String> unknown(Tx tx, Set<String> sids) {
        return sids.isEmpty() ? sids : legs.unknown(tx, sids);
    }

    /// False when the leg is not known yet.
    public boolean apply(Tx tx, LegNotice notice) {
        var found = find(tx, notice);
        if (found.isEmpty()) {
            return false;
        }
        var leg = found.get();
        if (leg.callSid() == null) {
            legs.named(tx, leg.id(), notice.sid());
        }
        if (legs.advance(tx, leg.id(), leg.state(), notice.state(), notice.at(), notice.reason())) {
            if (saysAnswered(leg, notice)) {
                legs.answeredAt(tx, leg.id(), notice.at());
                leg.reservation().ifPresent(mine -> routing.reached(tx, mine));
            }
            moved(tx, leg, notice);
        }
        return true;
    }

    /// A leg that we dialled and that completed was answered, even if that is told later. (Otherwise it is busy, failed
    /// and so on.)
    private static boolean saysAnswered(Leg leg, LegNotice notice) {
        return notice.state() == LegState.COMPLETED
                && notice.talked()
                && leg.reservationId() != null
                && leg.role() == ParticipantRole.CONTACT;
    }

    private Optional<Leg> find(Tx tx, LegNotice notice) {
        return notice.leg() == null ? legs.bySid(tx, notice.sid()) : legs.byId(tx, notice.leg());
    }

    private void moved(Tx tx, Leg leg, LegNotice notice) {
        switch (leg.role()) {
            case CONTACT -> contactMoved(tx, leg, notice.state());
            case AGENT -> agentMoved(tx, leg, notice);
            case EXTERNAL, MONITOR, COACH, BOT -> states.tell(tx, leg.interactionId());
        }
    }

    private void agentMoved(Tx tx, Leg leg, LegNotice notice) {
        if (notice.state().terminal()) {
            if (leg.device() || wasAnswered(leg, notice)) {
                life.agentGone(tx, leg);
            } else {
                life.lineNotAnswered(tx, leg);
            }
        } else if (notice.state() == LegState.IN_PROGRESS && !leg.device()) {
            lines.answered(tx, leg);
        } else {
            states.tell(tx, leg.interactionId());
        }
    }

    private static boolean wasAnswered(Leg leg, LegNotice notice) {
        return leg.answeredAt() != null
                || leg.inConference()
                || (notice.state() == LegState.COMPLETED && notice.talked());
    }

    private void contactMoved(Tx tx, Leg leg, LegState to) {
        if (to.terminal()) {
            var outbound = interactions
                    .find(tx, leg.interactionId())
                    .filter(now -> now.direction() == Direction.OUTBOUND)
                    .isPresent();
            life.contactGone(tx, leg.interactionId(), outbound ? Outcome.FAILED : Outcome.ABANDONED);
        } else if (to == LegState.IN_PROGRESS && leg.reservationId() != null) {
            answered(tx, leg);
        }
    }

    /// Somebody we called picked up. The conference has been running before; it says nothing about that.
    private void answered(Tx tx, Leg leg) {
        leg.reservation().ifPresent(mine -> routing.reached(tx, mine));
        legs.byId(tx, leg.id())
                .map(Leg::callSid)
                .ifPresent(sid -> commands.order(
                        tx,
                        AgentLegs.named(leg, "record"),
                        new CarrierOrder.StartRecording(leg.interactionId(), new CallSid(sid))));
        states.tell(tx, leg.interactionId());
    }

    /// False when the leg is not known yet.
    public boolean apply(Tx tx, ConferenceNotice notice) {
        var call = calls.lock(tx, notice.interaction());
        if (call.isEmpty()) {
            return false;
        }
        if (call.get().conferenceSid() == null) {
            calls.conference(tx, notice.interaction(), notice.conference());
        }
        return switch (notice.kind()) {
            case JOIN, LEAVE -> entered(tx, call.get(), notice);
            case START, HOLD, UNHOLD, END, OTHER -> true;
        };
    }

    private boolean entered(Tx tx, CallRow call, ConferenceNotice notice) {
        if (notice.leg() == null) {
            return true;
        }
        var found = legs.bySid(tx, notice.leg());
        if (found.isEmpty()) {
            return false;
        }
        var in = notice.kind() == ConferenceNotice.Kind.JOIN;
        if (legs.inConference(tx, found.get().id(), in, notice.order())) {
            if (in && call.conferenceSid() != null && !call.conferenceSid().equals(notice.conference())) {
                // after a transfer they talk in another one of the same name
                calls.conference(tx, notice.interaction(), notice.conference());
            }
            if (found.get().role() == ParticipantRole.AGENT) {
                agentEntered(tx, found.get(), in, notice.at());
            }
            states.tell(tx, notice.interaction());
        }
        return true;
    }

    private void agentEntered(Tx tx, Leg leg, boolean in, Instant at) {
        if (!in) {
            left(tx, leg, at);
        } else if (leg.live() && !leg.device() && !AgentLines.isUp(leg)) {
            calls.find(tx, leg.interactionId()).ifPresent(call -> lines.up(tx, call, leg));
        }
    }

    /// An agent's leg that left the conference does nothing more for this call, whether or not it has ended.
    private void left(Tx tx, Leg leg, Instant at) {
        legs.advance(tx, leg.id(), leg.state(), LegState.COMPLETED, at, null);
        life.agentGone(tx, leg);
    }
}
