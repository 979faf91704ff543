package io.trunkline.desktop.inbox;

import io.trunkline.model.Page;
import io.trunkline.model.ThreadId;
import io.trunkline.model.interaction.Command;
import io.trunkline.model.message.Message;
import io.trunkline.model.message.MessageThread;
import org.jspecify.annotations.Nullable;

/// What the inbox asks of the backend. Blocks; throws `BackendFailure`.
public interface ThreadsGateway {
    /// Latest first; `cursor` is absent for the first page.
    Page<MessageThread> threads(@Nullable String cursor);

    MessageThread thread(ThreadId thread);

    /// Newest first, before the cursor.
    Page<Message> messages(ThreadId thread, @Nullable String before);

    void read(ThreadId thread, Command command);
}
