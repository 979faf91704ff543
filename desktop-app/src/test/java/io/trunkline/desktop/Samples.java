package io.trunkline.desktop;

import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.ContactId;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.MessageId;
import io.trunkline.model.NoteId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.TenantId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.identity.Role;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.Note;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import io.trunkline.model.live.DeskSnapshot;
import io.trunkline.model.message.AuthorKind;
import io.trunkline.model.message.Message;
import io.trunkline.model.message.MessageState;
import io.trunkline.model.message.MessageThread;
import io.trunkline.model.message.ThreadState;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import io.trunkline.model.queue.QueueRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// People and work that tests speak of.
public final class Samples {
    public static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    public static final AgentRef BEN = new AgentRef(new AgentId(id(3)), "Ben Okafor");
    public static final AgentRef MIA = new AgentRef(new AgentId(id(13)), "Mia Lindqvist");
    public static final ContactRef ANA = new ContactRef(new ContactId(id(1)), "Ana Gómez", "+34911234567");
    public static final ContactRef LONG = new ContactRef(
            new ContactId(id(11)), "Maximiliana Wolfeschlegelsteinhausen-Bergerdorff y Fernández", "+4915112345678");
    public static final QueueRef BILLING = new QueueRef(new QueueId(id(2)), "Billing");
    public static final QueueRef SUPPORT = new QueueRef(new QueueId(id(12)), "Technical support");

    private Samples() {}

    public static UUID id(int number) {
        return new UUID(0x0199f0a000007000L, 0x8000000000000000L + number);
    }

    public static Me me() {
        return new Me(
                BEN.id(),
                new TenantId(id(90)),
                "Demo",
                BEN.name(),
                "ben@demo.example",
                Set.of(Role.AGENT),
                Set.of(Permission.values()),
                ZoneId.of("Europe/Madrid"),
                List.of(BILLING, SUPPORT),
                Map.of("billing", 3));
    }

    public static Reservation offered(int number, Channel channel, ContactRef contact) {
        return new Reservation(
                new ReservationId(id(100 + number)),
                new InteractionId(id(200 + number)),
                BEN.id(),
                channel,
                Direction.INBOUND,
                ReservationState.OFFERED,
                contact,
                BILLING,
                NINE.minusSeconds(40),
                NINE,
                NINE.plusSeconds(20),
                null,
                null);
    }

    public static Reservation accepted(Reservation of) {
        return in(of, ReservationState.ACCEPTED, NINE.plusSeconds(4), null);
    }

    public static Reservation wrapping(Reservation of, Instant until) {
        return in(of, ReservationState.WRAPPING, NINE.plusSeconds(4), until);
    }

    public static Reservation in(
            Reservation of, ReservationState state, @Nullable Instant acceptedAt, @Nullable Instant wrapUpUntil) {
        return new Reservation(
                of.id(),
                of.interaction(),
                of.agent(),
                of.channel(),
                of.direction(),
                state,
                of.contact(),
                of.queue(),
                of.waitingSince(),
                of.offeredAt(),
                of.deadline(),
                acceptedAt,
                wrapUpUntil);
    }

    public static Interaction active(Reservation of) {
        return new Interaction(
                of.interaction(),
                of.channel(),
                of.direction(),
                InteractionState.ACTIVE,
                null,
                of.contact(),
                of.queue(),
                BEN,
                of.channel() == Channel.SMS ? new ThreadId(id(300)) : null,
                of.waitingSince().minusSeconds(12),
                of.waitingSince(),
                NINE.plusSeconds(4),
                null,
                null,
                null);
    }

    public static MessageThread thread(Reservation of, String preview, int unread) {
        return new MessageThread(
                new ThreadId(id(300)),
                of.contact(),
                Channel.SMS,
                ThreadState.OPEN,
                of.interaction(),
                preview,
                unread,
                NINE);
    }

    public static Message message(int number, Direction direction, String text, MessageState state, Instant at) {
        var inbound = direction == Direction.INBOUND;
        return new Message(
                new MessageId(id(400 + number)),
                new ThreadId(id(300)),
                null,
                Channel.SMS,
                direction,
                inbound ? AuthorKind.CONTACT : AuthorKind.AGENT,
                inbound ? ANA.name() : BEN.name(),
                text,
                state,
                state == MessageState.UNDELIVERED ? "The number cannot receive texts" : null,
                at,
                List.of());
    }

    public static Note note(int number, InteractionId interaction, AgentRef author, String text) {
        return new Note(new NoteId(id(500 + number)), interaction, author, text, NINE.plusSeconds(number));
    }

    public static Presence presence(AgentRef agent, PresenceState state) {
        return new Presence(agent, state, state == PresenceState.AWAY ? "Lunch" : null, NINE);
    }

    public static DeskSnapshot desk(long seq, List<Reservation> reservations) {
        return new DeskSnapshot(
                seq,
                presence(BEN, PresenceState.AVAILABLE),
                reservations,
                List.of(),
                List.of(),
                List.of(),
                List.of("Lunch", "Break", "Training"));
    }
}
