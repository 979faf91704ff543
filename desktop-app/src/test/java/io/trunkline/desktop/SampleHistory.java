package io.trunkline.desktop;

import static io.trunkline.desktop.Samples.ANA;
import static io.trunkline.desktop.Samples.BEN;
import static io.trunkline.desktop.Samples.BILLING;
import static io.trunkline.desktop.Samples.LONG;
import static io.trunkline.desktop.Samples.MIA;
import static io.trunkline.desktop.Samples.NINE;
import static io.trunkline.desktop.Samples.SUPPORT;
import static io.trunkline.desktop.Samples.active;
import static io.trunkline.desktop.Samples.id;
import static io.trunkline.desktop.Samples.message;
import static io.trunkline.desktop.Samples.note;
import static io.trunkline.desktop.Samples.offered;
import static io.trunkline.desktop.Samples.quality;

import io.trunkline.model.AddressId;
import io.trunkline.model.Channel;
import io.trunkline.model.ContactId;
import io.trunkline.model.Direction;
import io.trunkline.model.DispositionId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.AgentQuality;
import io.trunkline.model.contact.Address;
import io.trunkline.model.contact.AddressKind;
import io.trunkline.model.contact.Consent;
import io.trunkline.model.contact.Contact;
import io.trunkline.model.contact.ContactCard;
import io.trunkline.model.contact.ContactRef;
import io.trunkline.model.interaction.Disposition;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionDetail;
import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.interaction.TimelineEntry;
import io.trunkline.model.message.Message;
import io.trunkline.model.message.MessageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the desk is shown of the past: contacts with their cards, a thread, a call's page and the history.
final class SampleHistory {
    private SampleHistory() {}

    static List<Contact> people() {
        return List.of(
                person(ANA, "Talleres Gómez S.L.", "vip", "billing"),
                person(LONG, "Institut für angewandte Verwaltungswissenschaften", "new"),
                person(new ContactRef(new ContactId(id(21)), "+34 600 123 456", "+34600123456"), null),
                person(new ContactRef(new ContactId(id(22)), "Ravi Menon", "+442079460123"), "Menon Freight"));
    }

    private static Contact person(ContactRef of, @Nullable String company, String... tags) {
        var address = of.address() == null ? "" : of.address();
        return new Contact(
                of.id(),
                of.name(),
                company,
                List.of(new Address(new AddressId(id(600)), AddressKind.PHONE, address, Consent.UNKNOWN)),
                List.of(tags),
                tags.length == 0 ? Map.of() : Map.of("Contract", "A-10293"),
                NINE.minusSeconds(900_000),
                NINE.minusSeconds(90_000));
    }

    static ContactCard card(Contact contact) {
        var mine = past().subList(0, 4);
        return new ContactCard(
                contact,
                12,
                1,
                NINE.minusSeconds(90_000),
                mine,
                List.of(
                        note(1, mine.getFirst().id(), MIA, "Wants invoices by post from now on. Address checked."),
                        note(2, mine.getLast().id(), BEN, "Asked twice about the March invoice; refund promised.")));
    }

    static List<Message> exchange() {
        var yesterday = NINE.minusSeconds(70_000);
        return List.of(
                message(1, Direction.INBOUND, "Hello, my invoice 4711 is wrong", MessageState.RECEIVED, yesterday),
                message(
                        2,
                        Direction.OUTBOUND,
                        "Thank you for writing. I am looking at it and will be back with you before noon tomorrow.",
                        MessageState.READ,
                        yesterday.plusSeconds(120)),
                message(3, Direction.INBOUND, "Any news?", MessageState.RECEIVED, NINE.minusSeconds(300)),
                message(
                        4,
                        Direction.OUTBOUND,
                        "It is corrected, you will have it today",
                        MessageState.UNDELIVERED,
                        NINE.minusSeconds(200)),
                message(
                        5,
                        Direction.OUTBOUND,
                        "Sent by e-mail instead",
                        MessageState.DELIVERED,
                        NINE.minusSeconds(100)),
                message(6, Direction.INBOUND, "Got it, thanks 👍", MessageState.RECEIVED, NINE.minusSeconds(20)));
    }

    static InteractionDetail detail(InteractionId interaction) {
        return new InteractionDetail(
                active(offered(interaction.equals(new InteractionId(id(202))) ? 2 : 1, Channel.VOICE, ANA)),
                List.of(),
                List.of(),
                List.of(
                        new TimelineEntry(NINE.minusSeconds(52), "InteractionOpened", Map.of()),
                        new TimelineEntry(NINE.minusSeconds(40), "InteractionQueued", Map.of("queue", "Billing")),
                        new TimelineEntry(
                                NINE.minusSeconds(20), "ReservationExpired", Map.of("agent", "Mia Lindqvist")),
                        new TimelineEntry(NINE.plusSeconds(4), "InteractionAnswered", Map.of("agent", "Ben Okafor"))),
                List.of(note(
                        30,
                        interaction,
                        BEN,
                        "Invoice 4711 shows the old address. Corrected copy promised for today.")),
                List.of(new AgentQuality(BEN, new ReservationId(id(101)), quality(4.2), NINE.plusSeconds(200))),
                List.of(
                        new Disposition(new DispositionId(id(801)), "Solved", null),
                        new Disposition(new DispositionId(id(802)), "Call back needed", null),
                        new Disposition(new DispositionId(id(803)), "Wrong department", null)),
                true);
    }

    static List<Interaction> past() {
        var all = new ArrayList<Interaction>();
        for (int i = 0; i < 14; i++) {
            var contact = i % 4 == 1 ? LONG : ANA;
            var channel = i % 3 == 0 ? Channel.SMS : Channel.VOICE;
            var at = NINE.minusSeconds(1500L + 4000L * i * i);
            var lost = i % 5 == 3;
            all.add(new Interaction(
                    new InteractionId(id(900 + i)),
                    channel,
                    i % 4 == 2 ? Direction.OUTBOUND : Direction.INBOUND,
                    InteractionState.COMPLETED,
                    lost ? Outcome.ABANDONED : Outcome.HANDLED,
                    contact,
                    i % 2 == 0 ? BILLING : SUPPORT,
                    lost ? null : BEN,
                    null,
                    at,
                    at.plusSeconds(8),
                    lost ? null : at.plusSeconds(31),
                    at.plusSeconds(231 + i),
                    at.plusSeconds(280),
                    lost ? null : i % 2 == 0 ? "Solved" : "Call back needed"));
        }
        return all;
    }
}
