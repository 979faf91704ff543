package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;

/// What the far end of a call really gets. Records follow it, so that no agent talks freely to a colleague while a
/// contact hears them.
final class FarEnd {
    private final CallStore calls;
    private final LegStore legs;
    private final CarrierCommands commands;
    private final CallStates states;

    FarEnd(CallStore calls, LegStore legs, CarrierCommands commands, CallStates states) {
        this.calls = calls;
        this.legs = legs;
        this.commands = commands;
        this.states = states;
    }

    /// The contact was not held, or not taken back. What was ordered since decides by itself; a contact who has left
    /// gets nothing any more.
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
}
