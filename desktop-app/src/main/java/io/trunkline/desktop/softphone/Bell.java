package io.trunkline.desktop.softphone;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.CommandIds;
import io.trunkline.model.Channel;
import io.trunkline.model.ReservationId;
import io.trunkline.model.interaction.Reservation;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Rings for what waits for an answer, and tells the backend so once it is true: the ring is on its way to an open
/// device and the offer stands before the agent. What is not heard or not seen is not told.
final class Bell {
    /// Puts an offer before the agent's eyes; false when it could not.
    interface Stand {
        boolean raise(Reservation offer);
    }

    private final SoftphoneGateway gateway;
    private final Ringer ringer;
    private final Work work;
    private final Stand stand;
    private final Set<ReservationId> told = new HashSet<>();
    private List<Reservation> offers = List.of();
    private boolean direct;
    private Optional<Channel> ringing = Optional.empty();
    private boolean heard;
    private int round;

    Bell(SoftphoneGateway gateway, Ringer ringer, Work work, Stand stand) {
        this.gateway = gateway;
        this.ringer = ringer;
        this.work = work;
        this.stand = stand;
    }

    /// Rings for these, the unanswered ones, and for nothing else from now on.
    void offers(List<Reservation> unanswered) {
        offers = List.copyOf(unanswered);
        told.retainAll(offers.stream().map(Reservation::id).toList());
        ring();
    }

    /// Whether a colleague's call rings.
    void direct(boolean on) {
        direct = on;
        ring();
    }

    /// Whether the backend was told of this one, or is being told.
    boolean proved(Reservation offer) {
        return told.contains(offer.id());
    }

    /// Tells what could not be told, as when the backend did not answer.
    void again() {
        if (heard) {
            prove();
        }
    }

    private void ring() {
        var wanted = Stream.concat(
                        offers.stream().map(Reservation::channel), direct ? Stream.of(Channel.VOICE) : Stream.empty())
                .min(Comparator.naturalOrder());
        if (wanted.equals(ringing)) {
            again();
            return;
        }
        ringing = wanted;
        heard = false;
        var mine = ++round;
        ringer.stop();
        wanted.ifPresent(channel -> ringer.ring(channel, () -> {
            if (mine == round) {
                heard = true;
                prove();
            }
        }));
    }

    private void prove() {
        for (var offer : offers) {
            if (!told.contains(offer.id()) && stand.raise(offer)) {
                told.add(offer.id());
                tell(offer.id());
            }
        }
    }

    private void tell(ReservationId offer) {
        work.run(
                () -> {
                    gateway.ringing(offer, CommandIds.command());
                    return offer;
                },
                _ -> {},
                e -> {
                    if (e instanceof BackendFailure.Unreachable) {
                        told.remove(offer);
                    }
                });
    }
}
