package io.trunkline.backend.inbox;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.Direction;
import io.trunkline.model.MessageId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.identity.AgentRef;
import io.trunkline.model.message.AuthorKind;
import io.trunkline.model.message.Message;
import io.trunkline.model.message.MessageState;
import io.trunkline.model.message.NewMessage;
import java.util.List;
import java.util.Map;

/// What agents write. A message is kept and handed to its channel in one transaction.
final class Replies {
    private final Inbox inbox;
    private final ThreadStore threads;
    private final MessageStore messages;
    private final Map<Channel, MessageChannel> channels;

    Replies(Inbox inbox, ThreadStore threads, MessageStore messages, Map<Channel, MessageChannel> channels) {
        this.inbox = inbox;
        this.threads = threads;
        this.messages = messages;
        this.channels = channels;
    }

    /// Sends a text once, however often it is asked for: its id is the command's.
    Message send(Tx tx, AgentId agent, ThreadId id, NewMessage wanted) {
        var author = new AgentRef(agent, messages.agentName(tx, agent));
        var ends = threads.ends(tx, id).orElseThrow(() -> new Fault.NotFound("There is no such thread."));
        var channel = channel(ends.channel());
        channel.objection(wanted.text()).ifPresent(sentence -> {
            throw new Fault.Invalid("text", sentence);
        });
        var message = outgoing(tx, author, ends, wanted);
        if (messages.insert(tx, new MessageStore.Row(message, author.id().value(), ends.theirs(), ends.ours(), null))) {
            threads.touch(tx, id, Inbox.preview(wanted.text(), List.of()), false);
            channel.send(tx, new MessageChannel.Outgoing(message.id(), ends.ours(), ends.theirs(), wanted.text()));
            inbox.tell(tx, message);
        }
        return messages.find(tx, message.id())
                .filter(found -> found.thread().equals(id))
                .orElseThrow(() -> new Fault.Conflict("This command was used for something else."));
    }

    private MessageChannel channel(Channel wanted) {
        var channel = channels.get(wanted);
        if (channel == null) {
            throw new Fault.Invalid("text", "This thread can't be answered in writing.");
        }
        return channel;
    }

    private Message outgoing(Tx tx, AgentRef author, ThreadStore.Ends ends, NewMessage wanted) {
        var interaction = inbox.thread(tx, ends.id()).orElseThrow().interaction();
        return new Message(
                new MessageId(wanted.command().value()),
                ends.id(),
                interaction,
                ends.channel(),
                Direction.OUTBOUND,
                AuthorKind.AGENT,
                author.name(),
                wanted.text(),
                MessageState.QUEUED,
                null,
                tx.now(),
                List.of());
    }
}
