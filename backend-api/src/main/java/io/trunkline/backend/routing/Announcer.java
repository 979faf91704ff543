package io.trunkline.backend.routing;

import io.trunkline.backend.live.Audience;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.log.About;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.identity.Role;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.live.ReservationEvent;
import io.trunkline.model.presence.SystemReason;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells what became of reservations, in the transaction that changed them: the live feed, the channel's transport and
/// presence.
final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final Map<Channel, OfferTransport> transports = new EnumMap<>(Channel.class);
    private final EventLog log;
    private final ReservationStore reservations;
    private final Attendance attendance;

    Announcer(EventLog log, ReservationStore reservations, Attendance attendance) {
        this.log = log;
        this.reservations = reservations;
        this.attendance = attendance;
    }

    void add(OfferTransport transport) {
        if (transports.putIfAbsent(transport.channel(), transport) != null) {
            throw new IllegalStateException("two transports for " + transport.channel());
        }
    }

    /// Says where the reservation stands now.
    void tell(Tx tx, Reservation reservation) {
        tell(tx, reservation, event(reservation));
    }

    /// Says that an offer ended because nothing rang.
    void notRinging(Tx tx, Reservation reservation) {
        tell(tx, reservation, new ReservationEvent.NotRinging(reservation));
    }

    private void tell(Tx tx, Reservation reservation, ReservationEvent event) {
        say(tx, reservation, event);
        var transport = transports.get(reservation.channel());
        if (transport != null) {
            deliver(tx, transport, reservation);
        }
        try (var _ = About.interaction(reservation.interaction())) {
            LOG.info(
                    "Reservation {} for {} is {}{}",
                    reservation.id(),
                    reservation.agent(),
                    reservation.state(),
                    event instanceof ReservationEvent.NotRinging ? ": nothing rang" : "");
        }
    }

    /// The same to desktops alone: its state is as it was.
    void say(Tx tx, Reservation reservation) {
        say(tx, reservation, event(reservation));
    }

    private void say(Tx tx, Reservation reservation, ReservationEvent event) {
        var audience = Audience.ofAgent(reservation.agent()).or(Audience.ofRoles(Role.SUPERVISOR, Role.ADMIN));
        log.append(tx, reservation.interaction(), event, audience);
    }

    /// Last in a transaction, agents in one order: two that change the same agents wait for each other, never in a
    /// ring.
    void attend(Tx tx, Collection<AgentId> agents) {
        var ordered = new TreeSet<AgentId>((a, b) -> a.value().compareTo(b.value()));
        ordered.addAll(agents);
        for (var agent : ordered) {
            attendance.holds(tx, agent, reservations.holds(tx, agent));
        }
    }

    void sendAway(Tx tx, AgentId agent, SystemReason reason) {
        LOG.info("Agent {} goes away: {}", agent, reason);
        attendance.sendAway(tx, agent, reason);
    }

    private static void deliver(Tx tx, OfferTransport transport, Reservation reservation) {
        switch (reservation.state()) {
            case OFFERED -> transport.offered(tx, reservation);
            case ACCEPTED -> transport.accepted(tx, reservation);
            case DECLINED, EXPIRED, WITHDRAWN -> transport.over(tx, reservation);
            case WRAPPING, COMPLETED -> {}
        }
    }

    private static ReservationEvent event(Reservation reservation) {
        return switch (reservation.state()) {
            case OFFERED -> new ReservationEvent.Offered(reservation);
            case ACCEPTED -> new ReservationEvent.Accepted(reservation);
            case WRAPPING -> new ReservationEvent.Wrapping(reservation);
            case COMPLETED -> new ReservationEvent.Completed(reservation);
            case DECLINED -> new ReservationEvent.Declined(reservation);
            case EXPIRED -> new ReservationEvent.Expired(reservation);
            case WITHDRAWN -> new ReservationEvent.Withdrawn(reservation);
        };
    }
}
