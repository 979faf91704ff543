package io.trunkline.backend.telephony;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.routing.OfferTransport;
import io.trunkline.model.Channel;
import io.trunkline.model.Direction;
import io.trunkline.model.interaction.Reservation;

/// Offers of calls ring through the live feed alone. No carrier is touched before the agent's device calls in, or their
/// line is dialled.
final class VoiceOffers implements OfferTransport {
    private final CallLife life;
    private final CallStates states;
    private final AgentLines lines;

    VoiceOffers(CallLife life, CallStates states, AgentLines lines) {
        this.life = life;
        this.states = states;
        this.lines = lines;
    }

    @Override
    public Channel channel() {
        return Channel.VOICE;
    }

    @Override
    public void offered(Tx tx, Reservation reservation) {
        // The event of the reservation rings.
    }

    @Override
    public void accepted(Tx tx, Reservation reservation) {
        if (reservation.direction() == Direction.INBOUND) {
            life.agentExpected(tx, reservation.interaction());
            lines.accepted(tx, reservation);
        }
        states.tell(tx, reservation.interaction());
    }

    @Override
    public void over(Tx tx, Reservation reservation) {
        // The event of the reservation ends the ringing; the contact is gone already.
    }
}
