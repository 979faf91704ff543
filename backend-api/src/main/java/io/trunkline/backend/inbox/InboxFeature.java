package io.trunkline.backend.inbox;

import io.trunkline.backend.contacts.Contacts;
import io.trunkline.backend.interactions.Interactions;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.routing.Routing;
import io.trunkline.model.Channel;
import java.util.EnumMap;
import java.util.Map;

/// Wires the inbox. Everything else in this package is hidden from the rest of the backend, except [Inbox], [Arrival]
/// and [MessageChannel].
public final class InboxFeature {
    private final Database database;
    private final Routing routing;
    private final ThreadStore threads = new ThreadStore();
    private final MessageStore messages = new MessageStore();
    private final Map<Channel, MessageChannel> channels = new EnumMap<>(Channel.class);
    private final Inbox inbox;

    public InboxFeature(
            Database database, EventLog log, Contacts contacts, Interactions interactions, Routing routing) {
        this.database = database;
        this.routing = routing;
        this.inbox = new Inbox(threads, messages, contacts, interactions, routing, log);
    }

    public Inbox inbox() {
        return inbox;
    }

    /// Adds a way in and out; called while the program starts.
    public void carry(MessageChannel channel) {
        channels.put(channel.channel(), channel);
        routing.carry(new MessageOffers(channel.channel()));
    }

    public void routes(Routes routes) {
        new InboxRoutes(database, inbox, new Replies(inbox, threads, messages, channels), threads, messages)
                .declare(routes);
    }
}
