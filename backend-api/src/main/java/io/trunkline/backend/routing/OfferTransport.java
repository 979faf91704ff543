package io.trunkline.backend.routing;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.Channel;
import io.trunkline.model.interaction.Reservation;

/// How the offers of one channel reach agents, and what has to happen there when one is answered or over.
///
/// Every method runs in the transaction that changed the reservation; what it writes is committed with it. It calls
/// nobody outside. Routing itself appends the events of the live feed.
public interface OfferTransport {
    Channel channel();

    /// The agent is being rung.
    void offered(Tx tx, Reservation reservation);

    /// The agent takes it.
    void accepted(Tx tx, Reservation reservation);

    /// Declined, expired or withdrawn: nobody is rung any more.
    void over(Tx tx, Reservation reservation);
}
