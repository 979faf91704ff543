package io.trunkline.backend.inbox;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.routing.OfferTransport;
import io.trunkline.model.Channel;
import io.trunkline.model.interaction.Reservation;

/// Offers of written work need nobody outside: the desktop shows the offer it hears of on the live feed, and the thread
/// is there when it is taken.
record MessageOffers(Channel channel) implements OfferTransport {
    @Override
    public void offered(Tx tx, Reservation reservation) {
        // The live feed tells the agent.
    }

    @Override
    public void accepted(Tx tx, Reservation reservation) {
        // The agent writes when they like.
    }

    @Override
    public void over(Tx tx, Reservation reservation) {
        // Nobody outside was told of the offer.
    }
}
