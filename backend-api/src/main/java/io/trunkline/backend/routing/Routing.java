package io.trunkline.backend.routing;

import io.trunkline.backend.interactions.Interactions;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.DispositionId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.presence.SystemReason;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What other features ask of routing, each in the caller's transaction.
///
/// Every command compares before it sets and may be given twice: the second time it finds the row as it wanted it and
/// changes nothing. Offers, expiries and withdrawals are the router's alone; it looks as soon as the transaction is
/// committed.
public final class Routing {
    private final EntryStore entries;
    private final ReservationStore reservations;
    private final OccupationStore occupations = new OccupationStore();
    private final Interactions interactions;
    private final Announcer announcer;
    private final Routers routers;
    private final RoutingConfig config;

    Routing(
            EntryStore entries,
            ReservationStore reservations,
            Interactions interactions,
            Announcer announcer,
            Routers routers,
            RoutingConfig config) {
        this.entries = entries;
        this.reservations = reservations;
        this.interactions = interactions;
        this.announcer = announcer;
        this.routers = routers;
        this.config = config;
    }

    /// How the offers of one channel reach agents; one transport per channel, added while the program starts.
    public void carry(OfferTransport transport) {
        announcer.add(transport);
    }

    /// Puts an open interaction in line, or in line again after a transfer. Refuses an unknown queue. Who is gone
    /// already when this is told does not wait.
    public void enqueue(Tx tx, Waiting waiting) {
        var now = interactions.queued(tx, waiting.interaction(), waiting.queue());
        if (now.state() != InteractionState.WAITING) {
            return;
        }
        if (!entries.add(tx, waiting)) {
            throw new Fault.NotFound("There is no such queue.");
        }
        routers.hint(tx, new Hint.OfInteraction(waiting.interaction()));
    }

    public boolean knows(Tx tx, QueueId queue) {
        return entries.knows(tx, queue);
    }

    /// Whether the queue takes one more. Calls that arrive are counted by the carrier, who can do so while the
    /// database is gone; whoever brings somebody here by choice asks first, so that nobody is dropped.
    public boolean hasRoom(Tx tx, QueueId queue) {
        return entries.hasRoom(tx, queue);
    }

    /// The contact is gone, or needs nobody any more: whoever is rung for it stops ringing at once. What an agent holds
    /// already is [#release]d.
    public void withdraw(Tx tx, InteractionId interaction) {
        entries.remove(tx, interaction);
        routers.hint(tx, new Hint.OfInteraction(interaction));
    }

    /// The agent takes the interaction. Of an acceptance, a decline, an expiry and a withdrawal exactly one wins; the
    /// others are refused with a sentence that says which.
    public Reservation accept(Tx tx, ReservationId id, AgentId agent) {
        if (!reservations.accept(tx, id, agent)) {
            return already(tx, id, agent, ReservationState.ACCEPTED);
        }
        var accepted = one(tx, id);
        entries.remove(tx, accepted.interaction());
        if (interactions.answered(tx, accepted.interaction(), agent).state() != InteractionState.ACTIVE) {
            // The router has not withdrawn the offer yet; taking it back here would leave the agent with nobody.
            throw new Fault.Conflict(Reservations.tooLate(ReservationState.WITHDRAWN));
        }
        changed(tx, accepted);
        return accepted;
    }

    /// The agent's desktop rings for the offer: it stays with them until its deadline. Told again, or after they took
    /// it, nothing changes; refused when the offer is over, so that nothing rings on.
    public void ringing(Tx tx, ReservationId id, AgentId agent) {
        if (reservations.ringing(tx, id, agent)) {
            return;
        }
        var now = reservations.find(tx, id).filter(r -> r.agent().equals(agent)).orElseThrow(Routing::unknown);
        switch (now.state()) {
            case OFFERED, ACCEPTED, WRAPPING, COMPLETED -> {}
            case DECLINED, EXPIRED, WITHDRAWN -> throw new Fault.Conflict(Reservations.tooLate(now.state()));
        }
    }

    /// The agent does not take it: somebody else is rung, and they themselves again only when nobody is there.
    public Reservation decline(Tx tx, ReservationId id, AgentId agent) {
        if (!reservations.decline(tx, id, agent)) {
            return already(tx, id, agent, ReservationState.DECLINED);
        }
        reservations.freeSlots(tx, List.of(id));
        var declined = one(tx, id);
        changed(tx, declined);
        return declined;
    }

    /// The agent begins the work themselves, as with an outbound call: no offer, the slot is taken at once, and the
    /// talk begins with [#reached]. Refuses when the agent has no free slot or the interaction is held by somebody.
    public Reservation claim(Tx tx, InteractionId interaction, AgentId agent, Channel channel) {
        var id = new ReservationId(Ids.next());
        var busy = reservations.holds(tx, agent);
        if (channel == Channel.VOICE && !busy.nothing()) {
            throw new Fault.Conflict("Finish what you have at hand first.");
        }
        if (!reservations.claim(tx, id, interaction, agent, channel)) {
            throw new Fault.Conflict("Somebody has this already.");
        }
        if (!reservations.takeSlot(tx, id, config.slots(channel))) {
            throw new Fault.Conflict("Finish what you have at hand first.");
        }
        var claimed = one(tx, id);
        changed(tx, claimed);
        return claimed;
    }

    /// Whom the agent called is there. Told again, nothing changes.
    public void reached(Tx tx, ReservationId id) {
        if (reservations.reached(tx, id)) {
            var reached = one(tx, id);
            interactions.answered(tx, reached.interaction(), reached.agent());
            announcer.say(tx, reached);
        }
    }

    /// The talk is over or goes on without its agent: what they hold of it becomes their wrap-up.
    public List<Reservation> release(Tx tx, InteractionId interaction) {
        var released = reservations.of(tx, reservations.release(tx, interaction));
        released.forEach(r -> changed(tx, r));
        return released;
    }

    /// Ends the agent's wrap-up. Refuses when the queue wants a disposition and there is none, and while the contact is
    /// still there.
    public void complete(Tx tx, InteractionId interaction, AgentId agent, @Nullable DispositionId disposition) {
        var held = reservations.heldFor(tx, interaction, agent);
        if (held.isEmpty()) {
            interactions.completed(tx, interaction, agent, disposition);
            return;
        }
        var id = held.get().id();
        if (held.get().state() != ReservationState.WRAPPING) {
            finish(tx, held.get());
        }
        interactions.completed(tx, interaction, agent, disposition);
        if (reservations.complete(tx, id)) {
            reservations.freeSlots(tx, List.of(id));
            changed(tx, one(tx, id));
        }
    }

    /// In writing nobody hangs up: who completes says that the exchange is over. A call ends when the contact is gone.
    private void finish(Tx tx, Reservation held) {
        if (held.channel() == Channel.VOICE || held.state() != ReservationState.ACCEPTED) {
            throw new Fault.Conflict("The contact is still there.");
        }
        interactions.ended(tx, held.interaction(), Outcome.HANDLED);
        release(tx, held.interaction());
    }

    /// The line by which the agent talks was not answered: there is nothing to wrap up, and they are away until they
    /// come back. What they held is [#release]d before.
    public void lineNotAnswered(Tx tx, ReservationId id) {
        var held = one(tx, id);
        if (reservations.complete(tx, id)) {
            reservations.freeSlots(tx, List.of(id));
            announcer.tell(tx, one(tx, id));
            routers.hint(tx, new Hint.OfReservation(id));
        }
        announcer.sendAway(tx, held.agent(), SystemReason.LINE_NOT_ANSWERED);
        announcer.attend(tx, List.of(held.agent()));
        routers.hint(tx, new Hint.OfAgent(held.agent()));
    }

    /// More time for the agent's wrap-up, counted from now.
    public Reservation extend(Tx tx, InteractionId interaction, AgentId agent, Duration more) {
        var held = reservations
                .heldFor(tx, interaction, agent)
                .orElseThrow(() -> new Fault.Conflict("There is no wrap-up to extend."));
        if (!reservations.extend(tx, held.id(), tx.now().plus(more))) {
            throw new Fault.Conflict("There is no wrap-up to extend.");
        }
        var extended = one(tx, held.id());
        announcer.tell(tx, extended);
        return extended;
    }

    /// Something that is no interaction occupies the agents: they are offered nothing until it [#vacate]s them. False
    /// when one of them is rung, talks or is occupied already; then nothing changes.
    public boolean occupy(Tx tx, UUID by, AgentId first, AgentId second) {
        var both = new TreeSet<>(Comparator.comparing(AgentId::value));
        both.addAll(List.of(first, second));
        for (var agent : both) {
            if (busy(reservations.holds(tx, agent), reservations.heldBy(tx, agent))) {
                return false;
            }
        }
        both.forEach(agent -> occupations.add(tx, by, agent));
        attended(tx, both);
        return true;
    }

    /// What occupied agents is over.
    public void vacate(Tx tx, UUID by) {
        var freed = occupations.drop(tx, by);
        if (!freed.isEmpty()) {
            attended(tx, freed);
        }
    }

    /// Texts may be written beside a talk; who wraps up may talk.
    private static boolean busy(ReservationStore.Held held, List<Reservation> reservations) {
        return held.occupied()
                || reservations.stream()
                        .anyMatch(r -> r.state() == ReservationState.OFFERED
                                || (r.channel() == Channel.VOICE && r.state() == ReservationState.ACCEPTED));
    }

    private void attended(Tx tx, Collection<AgentId> agents) {
        announcer.attend(tx, agents);
        agents.forEach(agent -> routers.hint(tx, new Hint.OfAgent(agent)));
    }

    public Optional<Reservation> find(Tx tx, ReservationId id) {
        return reservations.find(tx, id);
    }

    /// Everything the agent is rung for, holds or wraps up, oldest first.
    public List<Reservation> heldBy(Tx tx, AgentId agent) {
        return reservations.heldBy(tx, agent);
    }

    /// The agent's queues, skills, capacity or presence changed: the router looks after the commit.
    public void agentChanged(Tx tx, AgentId agent) {
        routers.hint(tx, new Hint.OfAgent(agent));
    }

    private void changed(Tx tx, Reservation reservation) {
        announcer.tell(tx, reservation);
        announcer.attend(tx, List.of(reservation.agent()));
        routers.hint(tx, new Hint.OfReservation(reservation.id()));
    }

    private Reservation one(Tx tx, ReservationId id) {
        return reservations.find(tx, id).orElseThrow(Routing::unknown);
    }

    /// Applied before, or too late.
    private Reservation already(Tx tx, ReservationId id, AgentId agent, ReservationState wanted) {
        var now = reservations.find(tx, id).filter(r -> r.agent().equals(agent)).orElseThrow(Routing::unknown);
        if (now.state() == wanted) {
            return now;
        }
        throw new Fault.Conflict(Reservations.tooLate(now.state()));
    }

    private static Fault unknown() {
        return new Fault.NotFound("There is no such offer.");
    }
}
