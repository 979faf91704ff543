package io.trunkline.backend.routing;

import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Decides, for one tenant, who is offered what, the moment something changes.
///
/// Pure and single-threaded: the same events at the same times give the same decisions. An event costs the logarithm of
/// what waits and who is free; kinds of demand and of agent count, interactions and agents do not.
///
/// An agent gets the interaction with the lowest [Ageing] key of all they fit; an interaction gets the fitting agent
/// who is idle longest. Who did not take an offer is not offered it again while somebody else is free, and not before
/// the cool-off if nobody is.
final class Router {
    private final TimerWheel wheel;
    private final Floor floor = new Floor();
    private final Changed changed = new Changed();
    private final Arrivals arrivals;
    private final Desks desks;
    private final Rings rings;
    private final Matching matching;
    private final RouterRules rules;

    Router(RouterRules rules, Supplier<ReservationId> ids, Consumer<Decision> out, long now) {
        this.rules = rules;
        wheel = new TimerWheel(now);
        desks = new Desks(rules, wheel, floor, changed);
        arrivals = new Arrivals(rules.ageing(), wheel, floor, desks, changed, out);
        rings = new Rings(rules, wheel, floor, changed, arrivals, ids, out);
        matching = new Matching(floor, rings, changed, rules.candidatesKept());
    }

    void on(RouterEvent event, long now) {
        wheel.advance(now);
        apply(event);
        matching.settle();
    }

    /// Takes a batch as if all of it had happened at once; how a router takes over after a restart.
    void onAll(Iterable<? extends RouterEvent> events, long now) {
        wheel.advance(now);
        for (var event : events) {
            apply(event);
        }
        wheel.advance(now);
        matching.settle();
    }

    void advance(long now) {
        wheel.advance(now);
        matching.settle();
    }

    /// Nothing changes by itself before this.
    long nextDue() {
        return wheel.nextDue();
    }

    /// The place in its queue counting from 1; empty when it does not wait there.
    OptionalInt position(InteractionId interaction) {
        var work = arrivals.find(interaction);
        if (work == null) {
            return OptionalInt.empty();
        }
        return switch (work.state) {
            case WAITING, RINGING -> OptionalInt.of(work.queue.position(work));
            case LEAVING, TAKEN, GONE -> OptionalInt.empty();
        };
    }

    /// The visit it remembers of an interaction.
    OptionalLong visit(InteractionId interaction) {
        var work = arrivals.find(interaction);
        return work == null ? OptionalLong.empty() : OptionalLong.of(work.visit);
    }

    /// What waits or is rung.
    Set<InteractionId> waiting() {
        return arrivals.waiting();
    }

    boolean knows(ReservationId reservation) {
        return rings.knows(reservation);
    }

    /// Every reservation it remembers.
    Set<ReservationId> held() {
        return rings.all();
    }

    /// How many interactions it remembers: waiting, rung or taken.
    int interactions() {
        return arrivals.size();
    }

    /// How many reservations it remembers: from the offer to the end of the wrap-up.
    int reservations() {
        return rings.size();
    }

    private void apply(RouterEvent event) {
        switch (event) {
            case RouterEvent.Enqueued e -> arrivals.enqueue(e.arrival());
            case RouterEvent.Left e -> arrivals.left(e.interaction(), e.visit());
            case RouterEvent.AgentChanged e -> desks.change(e.standing());
            case RouterEvent.QueuePaused e -> pause(e);
            case RouterEvent.Accepted e -> rings.accepted(e.reservation());
            case RouterEvent.Declined e -> rings.declined(e.reservation());
            case RouterEvent.Expired e -> rings.expired(e.reservation());
            case RouterEvent.Rang e -> rings.rang(e.reservation());
            case RouterEvent.NotRinging e -> rings.notRinging(e.reservation());
            case RouterEvent.Withdrawn e -> rings.withdrawn(e.reservation());
            case RouterEvent.Released e -> rings.released(e.reservation());
            case RouterEvent.Completed e -> rings.completed(e.reservation());
            case RouterEvent.Refused e -> rings.refused(e.reservation());
            case RouterEvent.Found e -> rings.found(e, desks.seat(desks.desk(e.agent()), e.channel()));
            case RouterEvent.RefusedBefore e -> refusedBefore(e);
        }
    }

    private void pause(RouterEvent.QueuePaused event) {
        var queue = floor.queue(event.queue());
        if (event.version() <= queue.version) {
            return;
        }
        queue.version = event.version();
        if (queue.paused != event.paused()) {
            floor.pause(queue, event.paused());
            if (!event.paused()) {
                floor.noteFree(queue, changed);
            }
        }
    }

    private void refusedBefore(RouterEvent.RefusedBefore event) {
        var work = arrivals.find(event.interaction());
        if (work != null) {
            arrivals.bar(work, desks.desk(event.agent()), event.at() + rules.coolOffMicros());
        }
    }
}
