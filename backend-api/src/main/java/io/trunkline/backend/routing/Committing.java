package io.trunkline.backend.routing;

import io.trunkline.backend.interactions.Interactions;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.presence.SystemReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes what a router decided, a group at a time, and says what the rows made of it.
final class Committing {
    private final DecisionStore decisions;
    private final ReservationStore reservations;
    private final Interactions interactions;
    private final Announcer announcer;
    private final Set<AgentId> touched = new HashSet<>();
    private final Map<AgentId, SystemReason> away = new HashMap<>();

    Committing(DecisionStore decisions, ReservationStore reservations, Interactions interactions, Announcer announcer) {
        this.decisions = decisions;
        this.reservations = reservations;
        this.interactions = interactions;
        this.announcer = announcer;
    }

    boolean leads(Tx tx, String lease, long epoch) {
        return decisions.leads(tx, lease, epoch);
    }

    List<RouterEvent> write(Tx tx, List<Decision> batch, long epoch) {
        var offers = new ArrayList<Decision.Offer>();
        var expired = new ArrayList<ReservationId>();
        var silent = new ArrayList<ReservationId>();
        var withdrawn = new ArrayList<ReservationId>();
        for (var decision : batch) {
            switch (decision) {
                case Decision.Offer offer -> offers.add(offer);
                case Decision.Expire expire -> expired.add(expire.reservation());
                case Decision.Withdraw withdraw -> withdrawn.add(withdraw.reservation());
                case Decision.NotRinging not -> silent.add(not.reservation());
                case Decision.SendAway send -> away.put(send.agent(), send.reason());
            }
        }
        var news = new ArrayList<RouterEvent>();
        endSilent(tx, silent, epoch).forEach(id -> news.add(new RouterEvent.NotRinging(id)));
        end(tx, expired, ReservationState.EXPIRED, epoch).forEach(id -> news.add(new RouterEvent.Expired(id)));
        end(tx, withdrawn, ReservationState.WITHDRAWN, epoch).forEach(id -> news.add(new RouterEvent.Withdrawn(id)));
        offer(tx, offers, epoch).forEach(id -> news.add(new RouterEvent.Refused(id)));
        return news;
    }

    /// Wrap-ups whose time is over.
    List<RouterEvent> lapse(Tx tx) {
        var news = new ArrayList<RouterEvent>();
        for (var id : reservations.lapsed(tx)) {
            if (reservations.complete(tx, id)) {
                reservations.freeSlots(tx, List.of(id));
                reservations.find(tx, id).ifPresent(r -> {
                    interactions.lapsed(tx, r.interaction(), r.agent());
                    told(tx, r);
                });
                news.add(new RouterEvent.Completed(id));
            }
        }
        return news;
    }

    /// Presence last, when all rows are written.
    void attend(Tx tx) {
        away.forEach((agent, reason) -> announcer.sendAway(tx, agent, reason));
        announcer.attend(tx, touched);
        forget();
    }

    void forget() {
        touched.clear();
        away.clear();
    }

    private List<ReservationId> end(Tx tx, List<ReservationId> ids, ReservationState to, long epoch) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var ended = decisions.end(tx, ids, to, epoch);
        reservations.freeSlots(tx, ended);
        reservations.of(tx, ended).forEach(r -> told(tx, r));
        return ended;
    }

    private List<ReservationId> endSilent(Tx tx, List<ReservationId> ids, long epoch) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var ended = decisions.endSilent(tx, ids, epoch);
        reservations.freeSlots(tx, ended);
        reservations.of(tx, ended).forEach(r -> {
            announcer.notRinging(tx, r);
            touched.add(r.agent());
        });
        return ended;
    }

    /// Gives back the offers that were refused.
    private List<ReservationId> offer(Tx tx, List<Decision.Offer> offers, long epoch) {
        if (offers.isEmpty()) {
            return List.of();
        }
        var made = decisions.offer(tx, offers, epoch);
        reservations.of(tx, made).forEach(r -> told(tx, r));
        return offers.stream()
                .map(Decision.Offer::reservation)
                .filter(id -> !made.contains(id))
                .toList();
    }

    private void told(Tx tx, Reservation reservation) {
        announcer.tell(tx, reservation);
        touched.add(reservation.agent());
    }
}
