package io.trunkline.model.message;

import io.trunkline.model.Channel;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.MessageId;
import io.trunkline.model.ThreadId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry in a thread. `error` says why it was not delivered.
public record Message(
        MessageId id,
        ThreadId thread,
        @Nullable InteractionId interaction,
        Channel channel,
        Direction direction,
        AuthorKind author,
        String authorName,
        String text,
        MessageState state,
        @Nullable String error,
        Instant at,
        List<Attachment> attachments) {
    public Message {
        attachments = List.copyOf(attachments);
    }
}
