package io.trunkline.backend.inbox;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.Channel;
import io.trunkline.model.MessageId;
import java.util.Optional;

/// A way out for messages.
public interface MessageChannel {
    /// A message on its way out. `id` is the client's, so that it is sent once however often it is asked for.
    record Outgoing(MessageId id, String from, String to, String text) {}

    Channel channel();

    /// Why a text can't be sent this way, as a sentence; empty when it can.
    Optional<String> objection(String text);

    /// Takes the message over in the caller's transaction; it goes out after the commit, however often the program
    /// is restarted in between.
    void send(Tx tx, Outgoing message);
}
