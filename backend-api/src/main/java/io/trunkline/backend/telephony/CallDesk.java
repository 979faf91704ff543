package io.trunkline.backend.telephony;

import io.trunkline.backend.contacts.Contacts;
import io.trunkline.backend.interactions.Interactions;
import io.trunkline.backend.interactions.Opening;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.routing.Routing;
import io.trunkline.backend.routing.Waiting;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.LegId;
import io.trunkline.model.QueueId;
import io.trunkline.model.call.NewCall;
import io.trunkline.model.call.Started;
import io.trunkline.model.call.Transfer;
import io.trunkline.model.contact.AddressKind;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.ParticipantRole;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.queue.QueueRef;
import java.util.Optional;
import java.util.UUID;

/// What agents do with their calls.
final class CallDesk {
    private final CallStore calls;
    private final LegStore legs;
    private final Contacts contacts;
    private final Interactions interactions;
    private final Routing routing;
    private final CarrierCommands commands;
    private final CallLife life;
    private final CallStates states;
    private final Directory directory;
    private final AgentLines lines;

    CallDesk(
            CallStore calls,
            LegStore legs,
            Contacts contacts,
            Interactions interactions,
            Routing routing,
            CarrierCommands commands,
            CallLife life,
            CallStates states,
            Directory directory,
            AgentLines lines) {
        this.calls = calls;
        this.legs = legs;
        this.contacts = contacts;
        this.interactions = interactions;
        this.routing = routing;
        this.commands = commands;
        this.life = life;
        this.states = states;
        this.directory = directory;
        this.lines = lines;
    }

    /// Begins a call to a number. The number is dialled once the agent's device is there.
    Started call(Tx tx, AgentId agent, NewCall wanted) {
        var to = contacts.phone(tx, wanted.to())
                .orElseThrow(() -> new Fault.Invalid("to", "“%s” is no telephone number.".formatted(wanted.to())));
        var line = directory
                .anyOf(tx.tenant())
                .orElseThrow(() -> new Fault.Conflict("There is no number of ours to call from."));
        var id = new InteractionId(Ids.next());
        var contact = contacts.arriving(tx, AddressKind.PHONE, to);
        var queue = wanted.queue();
        if (queue != null && !routing.knows(tx, queue)) {
            throw new Fault.Invalid("queue", "There is no such queue.");
        }
        var opening = new Opening(id, Channel.VOICE, Direction.OUTBOUND, contact, line.number(), null);
        interactions.dialled(tx, opening, agent, queue);
        calls.open(tx, id, null, line.number(), line.language());
        var reservation = routing.claim(tx, id, agent, Channel.VOICE);
        legs.insert(
                tx,
                new LegId(Ids.next()),
                id,
                reservation.id(),
                ParticipantRole.CONTACT,
                null,
                Direction.OUTBOUND,
                LegState.QUEUED);
        life.agentExpected(tx, id);
        lines.accepted(tx, reservation);
        states.tell(tx, id);
        return new Started(id, reservation.id());
    }

    void hold(Tx tx, AgentId agent, InteractionId id, boolean on) {
        var call = own(tx, agent, id);
        if (call.held() != on) {
            calls.hold(tx, id, on);
            // whoever is lost keeps the comfort, if it came about: asked for again, it costs nothing
            if (on || call.agentLostAt() == null) {
                life.hold(tx, call, on);
            }
            states.tell(tx, id);
        }
    }

    /// The desktop has muted its own track, and this is the record of it. A line is muted at the carrier, and
    /// that is recorded once it is done; one that is not there yet is dialled as the record says.
    void mute(Tx tx, AgentId agent, InteractionId id, boolean on) {
        var call = own(tx, agent, id);
        var line = lines.talkedBy(tx, id).filter(leg -> !leg.device());
        if (line.isPresent()) {
            // also where it is so already: an order that is under way may be about to change it
            lines.mute(tx, call, line.get(), on);
        } else if (call.muted() != on) {
            calls.mute(tx, id, on);
            states.tell(tx, id);
        }
    }

    void hangUp(Tx tx, AgentId agent, InteractionId id) {
        own(tx, agent, id);
        calls.agentDue(tx, id, null, null);
        life.hangUp(tx, id);
        states.tell(tx, id);
    }

    void transfer(Tx tx, AgentId agent, InteractionId id, Transfer wanted) {
        var call = own(tx, agent, id);
        var contact = life.contactLegs(tx, id).stream()
                .findFirst()
                .map(leg -> leg.sid())
                .orElseThrow(() -> new Fault.Conflict("The contact is not there any more."));
        calls.agentDue(tx, id, null, null);
        switch (wanted.kind()) {
            case QUEUE -> toQueue(tx, call, contact, new QueueId(uuid(wanted.target())));
            case AGENT -> toAgent(tx, call, contact, new AgentId(uuid(wanted.target())));
            case NUMBER -> toNumber(tx, call, contact, wanted.target());
        }
        calls.hold(tx, id, false);
        calls.mute(tx, id, false);
        states.tell(tx, id);
    }

    private void toQueue(Tx tx, CallRow call, CallSid contact, QueueId queue) {
        var id = call.interactionId();
        if (!routing.hasRoom(tx, queue)) {
            throw new Fault.Conflict("That queue is full; the contact is still with you.");
        }
        routing.release(tx, id);
        interactions.transferred(tx, id, queue);
        routing.enqueue(tx, Waiting.in(id, queue, Channel.VOICE));
        commands.order(tx, new CarrierOrder.WaitAgain(id, contact, queue, call.language()));
        life.hangUpAgents(tx, id);
    }

    private void toAgent(Tx tx, CallRow call, CallSid contact, AgentId agent) {
        var id = call.interactionId();
        var queue = interactions
                .find(tx, id)
                .flatMap(now -> Optional.ofNullable(now.queue()))
                .map(QueueRef::id)
                .orElseThrow(() -> new Fault.Conflict("A call without a queue goes to a queue or a number."));
        routing.release(tx, id);
        interactions.transferred(tx, id, agent, queue);
        routing.enqueue(tx, Waiting.in(id, queue, Channel.VOICE).only(agent));
        commands.order(tx, new CarrierOrder.WaitAgain(id, contact, queue, call.language()));
        life.hangUpAgents(tx, id);
    }

    private void toNumber(Tx tx, CallRow call, CallSid contact, String target) {
        var id = call.interactionId();
        var number = contacts.phone(tx, target)
                .orElseThrow(() -> new Fault.Invalid("target", "“%s” is no telephone number.".formatted(target)));
        routing.release(tx, id);
        interactions.passedOut(tx, id, number);
        commands.order(tx, new CarrierOrder.Forward(id, contact, number, String.valueOf(call.ourNumber())));
        life.hangUpAgents(tx, id);
    }

    /// The agent's own running call, kept from others until the transaction ends.
    private CallRow own(Tx tx, AgentId agent, InteractionId id) {
        var call = calls.lock(tx, id).orElseThrow(() -> new Fault.NotFound("There is no such call."));
        var now = interactions.find(tx, id).orElseThrow(() -> new Fault.NotFound("There is no such call."));
        if (!holds(now, agent) && !dials(tx, id, agent)) {
            throw new Fault.Conflict("The call is not yours, or it has ended.");
        }
        return call;
    }

    private static boolean holds(Interaction now, AgentId agent) {
        return now.state() == InteractionState.ACTIVE
                && now.agent() != null
                && now.agent().id().equals(agent);
    }

    /// An outbound call belongs to its agent before it is answered.
    private boolean dials(Tx tx, InteractionId call, AgentId agent) {
        return legs.of(tx, call).stream()
                .filter(Leg::live)
                .flatMap(leg -> leg.reservation().flatMap(id -> routing.find(tx, id)).stream())
                .anyMatch(found -> found.agent().equals(agent) && found.state() == ReservationState.ACCEPTED);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Fault.Invalid("target", "The target is an id of a queue or an agent.");
        }
    }
}
