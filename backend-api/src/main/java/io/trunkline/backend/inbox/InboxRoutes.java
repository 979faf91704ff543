package io.trunkline.backend.inbox;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Cursor;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.InteractionId;
import io.trunkline.model.Page;
import io.trunkline.model.ThreadId;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.interaction.Command;
import io.trunkline.model.message.Message;
import io.trunkline.model.message.MessageThread;
import io.trunkline.model.message.NewMessage;
import io.trunkline.model.message.ThreadState;
import java.util.List;

/// `/api/v1/threads` and `/api/v1/messages`
final class InboxRoutes {
    private final Database database;
    private final Inbox inbox;
    private final Replies replies;
    private final ThreadStore threads;
    private final MessageStore messages;

    InboxRoutes(Database database, Inbox inbox, Replies replies, ThreadStore threads, MessageStore messages) {
        this.database = database;
        this.inbox = inbox;
        this.replies = replies;
        this.threads = threads;
        this.messages = messages;
    }

    void declare(Routes routes) {
        routes.get("/api/v1/threads")
                .summary("Threads, the one with the newest message first")
                .needs(Permission.INTERACTION_READ)
                .query("state", "OPEN, PARKED, SNOOZED or CLOSED.")
                .query("unread", "true for unread threads only.")
                .returnsPage(MessageThread.class)
                .to(this::list);
        routes.get("/api/v1/threads/{id}")
                .summary("One thread")
                .needs(Permission.INTERACTION_READ)
                .returns(MessageThread.class)
                .to(request -> database.inTenant(request.tenant(), tx -> known(tx, request)));
        routes.get("/api/v1/threads/{id}/messages")
                .summary("A thread's messages, newest first")
                .needs(Permission.INTERACTION_READ)
                .returnsPage(Message.class)
                .to(this::messages);
        routes.post("/api/v1/threads/{id}/messages")
                .summary("Sends a message; sent again with the same command, it goes out once")
                .needs(Permission.MESSAGE_WRITE)
                .takes(NewMessage.class)
                .creates(Message.class)
                .to(this::send);
        routes.post("/api/v1/threads/{id}/read")
                .summary("Marks a thread as read")
                .needs(Permission.MESSAGE_WRITE)
                .returnsNothing()
                .to(request -> database.doInTenant(
                        request.tenant(),
                        tx -> inbox.read(tx, known(tx, request).id())));
        routes.post("/api/v1/interactions/{id}/end")
                .summary("Ends a written interaction; the wrap-up follows")
                .needs(Permission.MESSAGE_WRITE)
                .unmetered()
                .takes(Command.class)
                .returnsNothing()
                .to((request, _) -> database.doInTenant(
                        request.tenant(),
                        tx -> inbox.end(
                                tx,
                                request.id("id", InteractionId::new),
                                request.member().agent())));
        routes.get("/api/v1/messages")
                .summary("Messages that hold all the words, newest first")
                .needs(Permission.INTERACTION_READ)
                .query("q", "Words to look for.")
                .returnsPage(Message.class)
                .to(this::search);
    }

    private Page<MessageThread> list(Request request) {
        var paging = request.paging();
        var wanted = new ThreadStore.Filter(
                request.query("state", ThreadState::valueOf, "OPEN, PARKED, SNOOZED or CLOSED")
                        .orElse(null),
                request.query("unread").map(Boolean::parseBoolean).orElse(false),
                paging.after().map(cursor -> cursor.instant(0)).orElse(null),
                paging.after().map(cursor -> cursor.uuid(1)).orElse(null),
                paging.limit());
        var found = database.inTenant(request.tenant(), tx -> threads.list(tx, wanted));
        var full = found.size() == paging.limit();
        return new Page<>(
                found,
                full
                        ? Cursor.after(found.getLast().lastAt(), found.getLast().id())
                                .text()
                        : null);
    }

    private Page<Message> messages(Request request) {
        var paging = request.paging();
        var found = database.inTenant(
                request.tenant(),
                tx -> messages.list(
                        tx,
                        known(tx, request).id(),
                        paging.after().map(cursor -> cursor.instant(0)).orElse(null),
                        paging.after().map(cursor -> cursor.uuid(1)).orElse(null),
                        paging.limit()));
        return page(found, paging.limit());
    }

    private Page<Message> search(Request request) {
        var paging = request.paging();
        var words = request.query("q").orElseThrow(() -> new Fault.Invalid("q", "Say what to look for."));
        var found = database.inTenant(
                request.tenant(),
                tx -> messages.search(
                        tx,
                        words,
                        paging.after().map(cursor -> cursor.instant(0)).orElse(null),
                        paging.after().map(cursor -> cursor.uuid(1)).orElse(null),
                        paging.limit()));
        return page(found, paging.limit());
    }

    private Message send(Request request, NewMessage wanted) {
        return database.inTenant(request.tenant(), tx -> {
            var thread = known(tx, request);
            return replies.send(tx, request.member().agent(), thread.id(), wanted);
        });
    }

    private MessageThread known(Tx tx, Request request) {
        return inbox.thread(tx, request.id("id", ThreadId::new))
                .orElseThrow(() -> new Fault.NotFound("There is no such thread."));
    }

    private static Page<Message> page(List<Message> found, int limit) {
        var full = found.size() == limit;
        return new Page<>(
                found,
                full ? Cursor.after(found.getLast().at(), found.getLast().id()).text() : null);
    }
}
