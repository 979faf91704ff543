package io.trunkline.backend.routing;

import io.trunkline.model.ReservationId;
import io.trunkline.model.presence.SystemReason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who is rung for what, and what comes of it.
///
/// The end of an offer (declined, expired, withdrawn) holds only when the row says so, since an acceptance may have
/// come first: until then agent and interaction stay bound to each other.
final class Rings {
    private final IdMap<Ring> rings = new IdMap<>(1_024);
    private final RouterRules rules;
    private final TimerWheel wheel;
    private final Floor floor;
    private final Changed changed;
    private final Arrivals arrivals;
    private final Supplier<ReservationId> ids;
    private final Consumer<Decision> out;

    Rings(
            RouterRules rules,
            TimerWheel wheel,
            Floor floor,
            Changed changed,
            Arrivals arrivals,
            Supplier<ReservationId> ids,
            Consumer<Decision> out) {
        this.rules = rules;
        this.wheel = wheel;
        this.floor = floor;
        this.changed = changed;
        this.arrivals = arrivals;
        this.ids = ids;
        this.out = out;
    }

    boolean knows(ReservationId id) {
        return rings.get(id.value()) != null;
    }

    Set<ReservationId> all() {
        var ids = new HashSet<ReservationId>();
        rings.values().forEach(ring -> ids.add(ring.id));
        return ids;
    }

    int size() {
        return rings.size();
    }

    void offer(Work work, Desk.Seat seat, List<Decision.Candidate> candidates) {
        var desk = seat.desk;
        var deadline = wheel.now() + work.offerMicros;
        floor.remove(work);
        var ring = ring(ids.get(), seat, work, desk.idleSince, deadline);
        awaitProof(ring);
        desk.idleSince = wheel.now();
        floor.seat(desk);
        out.accept(new Decision.Offer(ring.id, work.id, work.visit, desk.agent, seat.channel, deadline, candidates));
    }

    /// Takes over a reservation that stood before this router.
    void found(RouterEvent.Found found, Desk.Seat seat) {
        var work = arrivals.find(found.interaction());
        if (knows(found.reservation())) {
            return;
        }
        if (work == null || work.visit != found.visit() || work.state != Work.State.WAITING) {
            foundAlone(found, seat);
            return;
        }
        floor.remove(work);
        switch (found.hold()) {
            case OFFERED -> {
                var ring = ring(found.reservation(), seat, work, seat.desk.idleSince, found.deadline());
                if (!found.rang()) {
                    awaitProof(ring);
                }
            }
            case ACCEPTED -> {
                ring(found.reservation(), seat, work, seat.desk.idleSince, found.deadline());
                accepted(found.reservation());
            }
            case WRAPPING -> {
                arrivals.drop(work);
                hold(found.reservation(), seat);
            }
        }
        floor.seat(seat.desk);
    }

    void accepted(ReservationId id) {
        var ring = rings.get(id.value());
        if (ring == null || !ring.offered) {
            return;
        }
        ring.stop(wheel);
        ring.offered = false;
        ring.seat.desk.noAnswers = 0;
        if (ring.work != null) {
            arrivals.stopRinging(ring.work);
            ring.work.state = Work.State.TAKEN;
        }
    }

    void declined(ReservationId id) {
        var ring = rung(id);
        if (ring != null) {
            ring.seat.desk.noAnswers = 0;
            refuse(ring);
        }
    }

    void expired(ReservationId id) {
        var ring = rung(id);
        if (ring == null) {
            return;
        }
        var desk = ring.seat.desk;
        desk.noAnswers++;
        if (desk.noAnswers >= rules.noAnswersUntilAway() && desk.offerable) {
            desk.offerable = false;
            out.accept(new Decision.SendAway(desk.agent, SystemReason.NO_ANSWER));
        }
        refuse(ring);
    }

    void rang(ReservationId id) {
        var ring = rung(id);
        if (ring != null) {
            ring.proven(wheel);
        }
    }

    /// Whose desktop is gone is not to blame, and is offered nothing anyway.
    void notRinging(ReservationId id) {
        var ring = rung(id);
        if (ring == null) {
            return;
        }
        var desk = ring.seat.desk;
        if (desk.offerable) {
            desk.offerable = false;
            out.accept(new Decision.SendAway(desk.agent, SystemReason.NOT_RINGING));
        }
        refuse(ring);
    }

    /// The agent did nothing wrong and keeps their place among the idle.
    void withdrawn(ReservationId id) {
        var ring = rung(id);
        if (ring != null && ring.work != null) {
            var work = ring.work;
            arrivals.stopRinging(work);
            free(ring, idleBefore(ring));
            arrivals.drop(work);
        } else if (ring != null) {
            free(ring, ring.seat.desk.idleSince);
        }
    }

    /// The database did not take the offer. The pair is kept apart for a while, so that it is not tried in a loop.
    void refused(ReservationId id) {
        var ring = rung(id);
        if (ring != null) {
            free(ring, idleBefore(ring));
            putBack(ring);
        }
    }

    void released(ReservationId id) {
        var ring = rings.get(id.value());
        if (ring != null && ring.work != null) {
            letGo(ring, ring.work);
        }
    }

    void completed(ReservationId id) {
        var ring = rings.remove(id.value());
        if (ring != null) {
            if (ring.work != null) {
                letGo(ring, ring.work);
            }
            vacate(ring, wheel.now());
        }
    }

    private void letGo(Ring ring, Work work) {
        ring.stop(wheel);
        arrivals.stopRinging(work);
        ring.offered = false;
        ring.work = null;
        arrivals.drop(work);
    }

    private void refuse(Ring ring) {
        free(ring, wheel.now());
        putBack(ring);
    }

    private void putBack(Ring ring) {
        var work = ring.work;
        if (work == null) {
            return;
        }
        arrivals.stopRinging(work);
        if (work.state == Work.State.LEAVING) {
            arrivals.drop(work);
        } else {
            arrivals.bar(work, ring.seat.desk, wheel.now() + rules.coolOffMicros());
            arrivals.wait(work);
        }
    }

    /// A reservation whose interaction no longer waits: an offer is taken back, anything else holds its slot.
    private void foundAlone(RouterEvent.Found found, Desk.Seat seat) {
        var ring = hold(found.reservation(), seat);
        floor.seat(seat.desk);
        if (found.hold() == RouterEvent.Hold.OFFERED) {
            ring.offered = true;
            out.accept(new Decision.Withdraw(found.reservation()));
        }
    }

    private Ring ring(ReservationId id, Desk.Seat seat, Work work, long idleBefore, long deadline) {
        var ring = new Ring(id, seat, work, idleBefore, wheel.now());
        hold(ring);
        ring.offered = true;
        work.state = Work.State.RINGING;
        work.ring = ring;
        work.queue.ringing.add(work);
        ring.deadline = wheel.set(deadline, () -> out.accept(new Decision.Expire(id)));
        return ring;
    }

    /// Whoever takes over gives the time anew: while there was no router, there may have been nobody to tell.
    private void awaitProof(Ring ring) {
        if (rules.ringProofMicros() > 0) {
            ring.proof = wheel.set(
                    wheel.now() + rules.ringProofMicros(), () -> out.accept(new Decision.NotRinging(ring.id)));
        }
    }

    private Ring hold(ReservationId id, Desk.Seat seat) {
        var ring = new Ring(id, seat, null, seat.desk.idleSince, wheel.now());
        hold(ring);
        return ring;
    }

    private void hold(Ring ring) {
        rings.put(ring.id.value(), ring);
        ring.seat.live++;
        ring.seat.desk.live++;
        if (ring.seat.alone) {
            ring.seat.desk.liveAlone++;
        }
    }

    private void free(Ring ring, long idleSince) {
        rings.remove(ring.id.value());
        vacate(ring, idleSince);
    }

    private void vacate(Ring ring, long idleSince) {
        ring.stop(wheel);
        var desk = ring.seat.desk;
        ring.seat.live--;
        desk.live--;
        if (ring.seat.alone) {
            desk.liveAlone--;
        }
        desk.idleSince = idleSince;
        changed.note(desk);
        floor.seat(desk);
    }

    /// The idle time as it was before the offer, unless something else has moved it since.
    private static long idleBefore(Ring ring) {
        var desk = ring.seat.desk;
        return desk.idleSince == ring.offeredAt ? ring.idleBefore : desk.idleSince;
    }

    private @Nullable Ring rung(ReservationId id) {
        var ring = rings.get(id.value());
        return ring != null && ring.offered ? ring : null;
    }
}
