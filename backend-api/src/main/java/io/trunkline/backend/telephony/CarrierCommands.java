package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.InteractionId;
import java.util.UUID;

/// What carriers are to do, written in the transaction that wants it and sent after its commit.
final class CarrierCommands {
    private final CommandStore store;
    private final Runnable wake;

    /// `wake` is called after the commit of something new.
    CarrierCommands(CommandStore store, Runnable wake) {
        this.store = store;
        this.wake = wake;
    }

    void order(Tx tx, CarrierOrder order) {
        order(tx, Ids.next(), order);
    }

    /// As [#order] for what must be done once, however often it is asked for under that id.
    void order(Tx tx, UUID id, CarrierOrder order) {
        add(tx, id, order);
        tx.afterCommit(wake);
    }

    /// As [#order] for what makes sense once a question is answered: nobody is woken before [#answered].
    void orderBehindAnswer(Tx tx, UUID id, CarrierOrder order) {
        add(tx, id, order);
    }

    /// What was ordered before overtakes nothing that was ordered since.
    private void add(Tx tx, UUID id, CarrierOrder order) {
        if (store.add(tx, id, order)) {
            overtake(tx, id, order);
        }
    }

    /// What moves a leg makes it pointless to hold it first.
    private void overtake(Tx tx, UUID id, CarrierOrder order) {
        switch (order) {
            case CarrierOrder.Join _, CarrierOrder.WaitAgain _, CarrierOrder.Forward _, CarrierOrder.Hold _ ->
                store.cancelHolds(tx, order.interaction(), id);
            case CarrierOrder.Dial _,
                    CarrierOrder.Mute _,
                    CarrierOrder.HangUp _,
                    CarrierOrder.DeleteRecording _,
                    CarrierOrder.StartRecording _ -> {}
        }
    }

    /// Takes back what was not sent yet; false when it may be at the carrier.
    boolean cancel(Tx tx, UUID id) {
        return store.cancel(tx, id);
    }

    /// Whether something is still to happen to the contact's leg.
    boolean contactAwaits(Tx tx, InteractionId interaction) {
        return store.contactAwaits(tx, interaction);
    }

    /// Whether the contact is held, by what the carrier did and not by what it was told to do.
    boolean contactHeld(Tx tx, InteractionId interaction) {
        return store.contactHeld(tx, interaction);
    }

    /// Whether somebody in the call is still to be muted or heard again.
    boolean muteAwaits(Tx tx, InteractionId interaction) {
        return store.muteAwaits(tx, interaction);
    }

    /// Whether a line of ours was dialled so that it was not heard from its first moment.
    boolean dialledMuted(Tx tx, Leg line) {
        return store.find(tx, AgentLegs.named(line, "dial"))
                .filter(order -> order instanceof CarrierOrder.Dial dial && dial.silent())
                .isPresent();
    }

    /// The answer is out.
    void answered() {
        wake.run();
    }
}
