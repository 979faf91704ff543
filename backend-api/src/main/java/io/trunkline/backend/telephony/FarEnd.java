package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import java.util.Optional;

/// What the far end of a call really gets. Records follow it, so that no agent talks freely to a colleague
/// while a contact hears them, nor believes to be silent while they are heard.
final class FarEnd {
    private final CallStore calls;
    private final LegStore legs;
    private final CarrierCommands commands;
    private final CallLife life;
    private final AgentLines lines;
    private final CallStates states;

    FarEnd(
            CallStore calls,
            LegStore legs,
            CarrierCommands commands,
            CallLife life,
            AgentLines lines,
            CallStates states) {
        this.calls = calls;
        this.legs = legs;
        this.commands = commands;
        this.life = life;
        this.lines = lines;
        this.states = states;
    }

    /// The contact was not held, or not taken back. What was ordered since decides by itself; a contact who has
    /// left gets nothing any more.
    void notHeld(Tx tx, CarrierOrder.Hold order) {
        var id = order.interaction();
        calls.lock(tx, id)
                .filter(_ -> legs.bySid(tx, order.leg()).filter(Leg::live).isPresent())
                .filter(_ -> !commands.contactAwaits(tx, id))
                .ifPresent(call -> heldIs(tx, call, commands.contactHeld(tx, id)));
    }

    private void heldIs(Tx tx, CallRow call, boolean held) {
        // who is held because the agent is lost was not put on hold by them
        var comforted = held && call.agentLostAt() != null;
        if (call.held() != held && !comforted) {
            calls.hold(tx, call.interactionId(), held);
            states.tell(tx, call.interactionId());
            states.tellHoldRefused(tx, call.interactionId(), call.held());
        }
    }

    /// An agent's line is muted, or heard again.
    void muted(Tx tx, CarrierOrder.Mute order) {
        ofHolder(tx, order).ifPresent(call -> {
            if (talkedBy(tx, order).filter(leg -> isAbout(order, leg)).isPresent()) {
                mutedIs(tx, call, order.on());
            } else {
                passOn(tx, call, order);
            }
        });
    }

    /// The line stayed as it was, and so did the record: whoever shows what was asked for goes back to it.
    void notMuted(Tx tx, CarrierOrder.Mute order) {
        states.tell(tx, order.interaction());
    }

    /// There is nobody to be muted any more; the line that comes next is to be as was asked for.
    void lineGone(Tx tx, CarrierOrder.Mute order) {
        ofHolder(tx, order).ifPresent(call -> passOn(tx, call, order));
    }

    /// The call, if it is held by whoever the order was about: it says nothing of the next agent.
    private Optional<CallRow> ofHolder(Tx tx, CarrierOrder.Mute order) {
        return calls.lock(tx, order.interaction())
                .filter(_ -> legs.bySid(tx, order.leg())
                        .flatMap(Leg::reservation)
                        .filter(mine -> life.holds(tx, mine))
                        .isPresent());
    }

    /// They talk by another leg, or by none yet. What was asked for since decides by itself, and a device by
    /// its own track.
    private void passOn(Tx tx, CallRow call, CarrierOrder.Mute order) {
        var other = talkedBy(tx, order).filter(leg -> !isAbout(order, leg));
        if (commands.muteAwaits(tx, order.interaction())
                || other.filter(Leg::device).isPresent()) {
            return;
        }
        other.ifPresentOrElse(line -> lines.mute(tx, call, line, order.on()), () -> mutedIs(tx, call, order.on()));
    }

    private Optional<Leg> talkedBy(Tx tx, CarrierOrder.Mute order) {
        return lines.talkedBy(tx, order.interaction());
    }

    private static boolean isAbout(CarrierOrder.Mute order, Leg leg) {
        return leg.sid().equals(order.leg());
    }

    private void mutedIs(Tx tx, CallRow call, boolean on) {
        if (call.muted() != on) {
            calls.mute(tx, call.interactionId(), on);
        }
        states.tell(tx, call.interactionId());
    }
}
