package io.trunkline.backend.inbox;

import io.trunkline.backend.contacts.Contacts;
import io.trunkline.backend.interactions.Interactions;
import io.trunkline.backend.interactions.Opening;
import io.trunkline.backend.live.Audience;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.routing.Routing;
import io.trunkline.backend.routing.Waiting;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.MessageId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.contact.AddressKind;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.identity.Role;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.live.MessageEvent;
import io.trunkline.model.message.AuthorKind;
import io.trunkline.model.message.Message;
import io.trunkline.model.message.MessageState;
import io.trunkline.model.message.MessageThread;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What comes in is put into the contact's thread and routed; what is reported of messages sent moves them forward.
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final Audience SUPERVISORS = Audience.ofRoles(Role.ADMIN, Role.SUPERVISOR);
    private static final int PREVIEW = 140;

    private final ThreadStore threads;
    private final MessageStore messages;
    private final Contacts contacts;
    private final Interactions interactions;
    private final Routing routing;
    private final EventLog log;

    Inbox(
            ThreadStore threads,
            MessageStore messages,
            Contacts contacts,
            Interactions interactions,
            Routing routing,
            EventLog log) {
        this.threads = threads;
        this.messages = messages;
        this.contacts = contacts;
        this.interactions = interactions;
        this.routing = routing;
        this.log = log;
    }

    /// Takes a message in. The contact's open interaction gets it; without one, a new interaction is opened and waits.
    /// The same arrival a second time changes nothing.
    public void received(Tx tx, Arrival arrival) {
        if (messages.known(tx, arrival.channel(), arrival.outsideId())) {
            return;
        }
        var contact = contacts.arriving(tx, AddressKind.PHONE, arrival.from());
        var thread = threads.forContact(
                tx, new ThreadId(Ids.next()), contact.id(), arrival.channel(), arrival.from(), arrival.to());
        var before = threads.find(tx, thread).orElseThrow();
        var interaction = before.interaction() == null ? opened(tx, arrival, contact, thread) : before.interaction();
        var message = incoming(tx, arrival, contact, thread, interaction);
        if (!messages.insert(
                tx, new MessageStore.Row(message, null, arrival.from(), arrival.to(), arrival.outsideId()))) {
            return;
        }
        arrival.files().forEach(file -> messages.attach(tx, Ids.next(), message.id(), file));
        threads.touch(tx, thread, preview(arrival.text(), arrival.files()), true);
        tell(tx, message);
        LOG.info("Message {} arrived in thread {}", message.id(), thread);
    }

    /// The carrier took a message over under its own id.
    public void handedOver(Tx tx, MessageId id, String outsideId) {
        messages.sent(tx, id, outsideId);
        moved(tx, id, MessageState.SENDING, null);
    }

    /// A message can't be sent, for good.
    public void refused(Tx tx, MessageId id, String error) {
        moved(tx, id, MessageState.FAILED, error);
    }

    /// The carrier reported how far a message came; false when it is not known yet (its id comes with the answer to
    /// our request, which may be later than the first report).
    public boolean reported(Tx tx, Channel channel, String outsideId, MessageState state, @Nullable String error) {
        var id = messages.byOutsideId(tx, channel, outsideId);
        id.ifPresent(known -> moved(tx, known, state, error));
        return id.isPresent();
    }

    /// The agent who holds a written interaction ends it; what is left is their wrap-up.
    void end(Tx tx, InteractionId id, AgentId agent) {
        var interaction = interactions
                .find(tx, id)
                .filter(found -> found.thread() != null)
                .orElseThrow(() -> new Fault.NotFound("There is no such exchange."));
        var holder = interaction.agent();
        if (holder == null || !holder.id().equals(agent)) {
            throw new Fault.Conflict("Only who works on it can end it.");
        }
        if (interaction.state() == InteractionState.ACTIVE) {
            interactions.ended(tx, id, Outcome.HANDLED);
            routing.release(tx, id);
        }
    }

    Optional<MessageThread> thread(Tx tx, ThreadId id) {
        return threads.find(tx, id);
    }

    void read(Tx tx, ThreadId id) {
        if (threads.read(tx, id)) {
            var thread = threads.find(tx, id).orElseThrow();
            log.append(
                    tx,
                    thread.interaction(),
                    new MessageEvent.ThreadChanged(thread),
                    audience(tx, thread.interaction()));
        }
    }

    /// Threads whose interaction the agent holds.
    public List<MessageThread> of(Tx tx, List<Interaction> held) {
        return held.stream()
                .map(Interaction::thread)
                .filter(Objects::nonNull)
                .flatMap(id -> threads.find(tx, id).stream())
                .toList();
    }

    void tell(Tx tx, Message message) {
        var thread = threads.find(tx, message.thread()).orElseThrow();
        var told = messages.find(tx, message.id()).orElseThrow();
        log.append(
                tx, message.interaction(), new MessageEvent.Added(told, thread), audience(tx, message.interaction()));
    }

    /// Who works on the interaction or may take it, and supervisors.
    private Audience audience(Tx tx, @Nullable InteractionId id) {
        var held = id == null ? Optional.<Interaction>empty() : interactions.find(tx, id);
        return held.map(Inbox::concerned).orElse(SUPERVISORS);
    }

    private static Audience concerned(Interaction interaction) {
        var agent = interaction.agent();
        var queue = interaction.queue();
        var heard = agent == null ? SUPERVISORS : SUPERVISORS.or(Audience.ofAgent(agent.id()));
        return queue == null ? heard : heard.or(Audience.ofQueue(queue.id()));
    }

    private void moved(Tx tx, MessageId id, MessageState reported, @Nullable String error) {
        messages.delivery(tx, id, reported, error);
        var now = messages.lock(tx, id).orElseThrow();
        var after = MessageStates.after(now, reported);
        if (after != now || error != null) {
            messages.state(tx, id, after, error);
            var message = messages.find(tx, id).orElseThrow();
            log.append(
                    tx,
                    message.interaction(),
                    new MessageEvent.StateChanged(message),
                    audience(tx, message.interaction()));
        }
    }

    private InteractionId opened(Tx tx, Arrival arrival, ContactRef contact, ThreadId thread) {
        var id = new InteractionId(Ids.next());
        interactions.open(tx, new Opening(id, arrival.channel(), Direction.INBOUND, contact, arrival.to(), thread));
        arrival.queue().ifPresent(queue -> routing.enqueue(tx, Waiting.in(id, queue, arrival.channel())));
        return id;
    }

    private static Message incoming(
            Tx tx, Arrival arrival, ContactRef contact, ThreadId thread, InteractionId interaction) {
        return new Message(
                new MessageId(Ids.next()),
                thread,
                interaction,
                arrival.channel(),
                Direction.INBOUND,
                AuthorKind.CONTACT,
                contact.name(),
                arrival.text(),
                MessageState.RECEIVED,
                null,
                tx.now(),
                List.of());
    }

    static String preview(String text, List<Arrival.File> files) {
        var line = text.isBlank() && !files.isEmpty()
                ? files.getFirst().name()
                : text.strip().replaceAll("\\s+", " ");
        return line.length() <= PREVIEW
                ? line
                : line.substring(
                        0, line.offsetByCodePoints(0, Math.min(PREVIEW, line.codePointCount(0, line.length()))));
    }
}
