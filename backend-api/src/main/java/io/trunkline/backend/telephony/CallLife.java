package io.trunkline.backend.telephony;

import io.trunkline.backend.interactions.Interactions;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.log.About;
import io.trunkline.backend.routing.Routing;
import io.trunkline.backend.routing.Waiting;
import io.trunkline.model.Channel;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.interaction.ParticipantRole;
import io.trunkline.model.interaction.ReservationState;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the coming and going of legs means for the interaction. Every method bears being asked again.
final class CallLife {
    private static final Logger LOG = LoggerFactory.getLogger(CallLife.class);

    private final CallStore calls;
    private final LegStore legs;
    private final Interactions interactions;
    private final Routing routing;
    private final CarrierCommands commands;
    private final CallStates states;
    private final Duration agentGrace;

    CallLife(
            CallStore calls,
            LegStore legs,
            Interactions interactions,
            Routing routing,
            CarrierCommands commands,
            CallStates states,
            Duration agentGrace) {
        this.calls = calls;
        this.legs = legs;
        this.interactions = interactions;
        this.routing = routing;
        this.commands = commands;
        this.states = states;
        this.agentGrace = agentGrace;
    }

    /// The contact hung up, or was never reached: nobody is rung any more and the agent goes to wrap-up. Ending comes
    /// first, since it waits for whoever is just putting the contact in line: only then can they be taken out.
    void contactGone(Tx tx, InteractionId id, Outcome unlessAnswered) {
        interactions.ended(tx, id, spoken(tx, id) ? Outcome.HANDLED : unlessAnswered);
        routing.withdraw(tx, id);
        routing.release(tx, id);
        calls.agentDue(tx, id, null, null);
        hangUpAgents(tx, id);
        states.tell(tx, id);
    }

    /// Whether contact and agent may have spoken. An agent holds an outbound call before anybody has answered it.
    private boolean spoken(Tx tx, InteractionId id) {
        var held = interactions.find(tx, id).filter(now -> now.answeredAt() != null);
        return held.isPresent()
                && legs.of(tx, id).stream()
                        .anyMatch(leg -> leg.role() == ParticipantRole.CONTACT && leg.answeredAt() != null);
    }

    /// An agent has accepted; the contact does not wait for the device for ever.
    void agentExpected(Tx tx, InteractionId id) {
        calls.agentDue(tx, id, null, tx.now().plus(agentGrace));
    }

    /// An agent's line is being dialled, perhaps again.
    void lineExpected(Tx tx, CallRow call, Duration timeout) {
        var due = tx.now().plus(timeout).plus(agentGrace);
        calls.agentDue(tx, call.interactionId(), call.agentLostAt(), due);
    }

    /// A leg of an agent went away. While the agent still holds the call, the contact gets comfort until somebody is
    /// back.
    void agentGone(Tx tx, Leg leg) {
        var id = leg.interactionId();
        calls.lock(tx, id)
                .filter(call -> call.agentLostAt() == null)
                .filter(_ -> leg.reservation().filter(mine -> holds(tx, mine)).isPresent())
                .filter(_ -> agentLegs(tx, leg).isEmpty())
                .ifPresent(call -> {
                    warn(id, "The agent's leg is lost; the contact is held");
                    comfort(tx, call);
                });
        states.tell(tx, id);
    }

    /// A leg of an agent lives and nobody is there, since their desktop is gone: as if the leg were lost.
    void agentSilent(Tx tx, Leg leg) {
        var id = leg.interactionId();
        calls.lock(tx, id)
                .filter(call -> call.agentLostAt() == null)
                .filter(_ -> leg.reservation().filter(mine -> holds(tx, mine)).isPresent())
                .ifPresent(call -> {
                    warn(id, "The agent's desktop is lost; the contact is held");
                    comfort(tx, call);
                    states.tell(tx, id);
                });
    }

    /// Whoever was lost is there again with the leg they had.
    void agentBack(Tx tx, CallRow call) {
        endComfort(tx, call);
        states.tell(tx, call.interactionId());
    }

    private void comfort(Tx tx, CallRow call) {
        calls.agentDue(tx, call.interactionId(), tx.now(), tx.now().plus(agentGrace));
        hold(tx, call, true);
    }

    private void endComfort(Tx tx, CallRow call) {
        if (call.agentLostAt() != null && !call.held()) {
            hold(tx, call, false);
        }
        calls.agentDue(tx, call.interactionId(), null, null);
    }

    /// An agent's leg is there, for the first time or again: older legs of it are dropped and comfort ends.
    void agentThere(Tx tx, CallRow call, Leg now) {
        for (var old : agentLegs(tx, now)) {
            if (!old.id().equals(now.id()) && old.callSid() != null) {
                commands.order(tx, new CarrierOrder.HangUp(call.interactionId(), old.sid()));
            }
        }
        endComfort(tx, call);
    }

    /// The agent did not come or come back: the contact waits again, before those who came later.
    void letWaitAgain(Tx tx, InteractionId id) {
        var call = calls.lock(tx, id).orElse(null);
        var now = interactions.find(tx, id).orElse(null);
        if (call == null || now == null || now.state() != InteractionState.ACTIVE) {
            calls.agentDue(tx, id, null, null);
            return;
        }
        calls.agentDue(tx, id, null, null);
        warn(id, "The agent did not come; the contact waits again or is let go");
        if (now.queue() == null || now.direction() == Direction.OUTBOUND) {
            hangUp(tx, id);
            return;
        }
        routing.release(tx, id);
        interactions.transferred(tx, id, now.queue().id());
        var waited = now.queuedAt() == null ? now.openedAt() : now.queuedAt();
        routing.enqueue(tx, Waiting.in(id, now.queue().id(), Channel.VOICE).since(waited));
        // whoever takes it next has not asked to be silent
        calls.hold(tx, id, false);
        calls.mute(tx, id, false);
        for (var leg : contactLegs(tx, id)) {
            commands.order(
                    tx, new CarrierOrder.WaitAgain(id, leg.sid(), now.queue().id(), call.language()));
        }
        hangUpAgents(tx, id);
        states.tell(tx, id);
    }

    /// The telephone or SIP address of an agent was not answered: the contact waits again and the agent is away, unless
    /// another leg of theirs is there or on its way.
    void lineNotAnswered(Tx tx, Leg leg) {
        var id = leg.interactionId();
        calls.lock(tx, id);
        if (leg.reservation().filter(mine -> holds(tx, mine)).isEmpty()
                || agentLegs(tx, leg).stream().anyMatch(other -> !other.id().equals(leg.id()))) {
            states.tell(tx, id);
            return;
        }
        warn(id, "The agent's line was not answered");
        letWaitAgain(tx, id);
        leg.reservation().ifPresent(mine -> routing.lineNotAnswered(tx, mine));
    }

    /// A leg that we dialled is at the carrier. Who was given up meanwhile is not to be rung.
    void dialled(Tx tx, Leg leg) {
        var wanted =
                leg.live() && leg.reservation().filter(mine -> holds(tx, mine)).isPresent();
        if (!wanted) {
            commands.order(tx, leg.id().value(), new CarrierOrder.HangUp(leg.interactionId(), leg.sid()));
        }
    }

    private static void warn(InteractionId id, String line) {
        try (var _ = About.interaction(id)) {
            LOG.warn(line);
        }
    }

    /// Ends the call for the contact, placed or not.
    void hangUp(Tx tx, InteractionId id) {
        if (contactLegs(tx, id).isEmpty()) {
            giveUp(tx, id);
        } else {
            hangUpContact(tx, id);
        }
    }

    /// An outbound call that has not been placed yet is not placed any more.
    private void giveUp(Tx tx, InteractionId id) {
        for (var leg : legs.of(tx, id)) {
            if (leg.role() == ParticipantRole.CONTACT && leg.live()) {
                commands.cancel(tx, AgentLegs.named(leg, "dial"));
                legs.advance(tx, leg.id(), leg.state(), LegState.CANCELED, tx.now(), "hung up");
            }
        }
        contactGone(tx, id, Outcome.FAILED);
    }

    void hangUpContact(Tx tx, InteractionId id) {
        for (var leg : contactLegs(tx, id)) {
            commands.order(tx, new CarrierOrder.HangUp(id, leg.sid()));
        }
    }

    void hangUpAgents(Tx tx, InteractionId id) {
        for (var leg : legs.of(tx, id)) {
            if (leg.role() == ParticipantRole.AGENT && leg.live() && leg.callSid() != null) {
                commands.order(tx, leg.id().value(), new CarrierOrder.HangUp(id, leg.sid()));
            } else if (leg.role() == ParticipantRole.AGENT && leg.live()) {
                takeBack(tx, leg);
            }
        }
    }

    /// One that is just being placed is hung up once it is.
    private void takeBack(Tx tx, Leg leg) {
        if (commands.cancel(tx, AgentLegs.named(leg, "dial"))) {
            legs.advance(tx, leg.id(), leg.state(), LegState.CANCELED, tx.now(), "taken back");
        }
    }

    /// Legs of the contact that the carrier knows and that live.
    List<Leg> contactLegs(Tx tx, InteractionId id) {
        return legs.of(tx, id).stream()
                .filter(leg -> leg.role() == ParticipantRole.CONTACT && leg.live() && leg.callSid() != null)
                .toList();
    }

    boolean holds(Tx tx, ReservationId reservation) {
        return routing.find(tx, reservation)
                .filter(found -> found.state() == ReservationState.ACCEPTED)
                .isPresent();
    }

    void hold(Tx tx, CallRow call, boolean on) {
        for (var leg : contactLegs(tx, call.interactionId())) {
            commands.order(
                    tx,
                    new CarrierOrder.Hold(call.interactionId(), leg.sid(), call.conferenceSid(), on, call.language()));
        }
    }

    /// Live legs of the same agent in the same call.
    private List<Leg> agentLegs(Tx tx, Leg like) {
        return legs.of(tx, like.interactionId()).stream()
                .filter(leg -> leg.role() == ParticipantRole.AGENT && leg.live())
                .filter(leg -> leg.reservation().equals(like.reservation()))
                .toList();
    }
}
