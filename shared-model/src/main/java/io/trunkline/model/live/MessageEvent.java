package io.trunkline.model.live;

import io.trunkline.model.message.Message;
import io.trunkline.model.message.MessageThread;

/// What happens in threads.
public sealed interface MessageEvent extends LiveEvent {
    /// `thread` is the thread as the message left it.
    record Added(Message message, MessageThread thread) implements MessageEvent {}

    record StateChanged(Message message) implements MessageEvent {}

    record ThreadChanged(MessageThread thread) implements MessageEvent {}
}
