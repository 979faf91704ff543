package io.trunkline.desktop.inbox;

import io.trunkline.model.MessageId;
import io.trunkline.model.message.Message;
import io.trunkline.model.message.MessageState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The messages of one thread, from pages and from the live feed in any order and any number of times. States move only
/// forward, whatever arrives last.
final class Exchange {
    private static final Comparator<Message> ORDER =
            Comparator.comparing(Message::at).thenComparing(each -> each.id().value());

    private final Map<MessageId, Message> known = new HashMap<>();

    void clear() {
        known.clear();
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    void take(Collection<Message> messages) {
        messages.forEach(this::take);
    }

    void take(Message message) {
        known.merge(message.id(), message, (before, now) -> rank(now.state()) >= rank(before.state()) ? now : before);
    }

    /// Newest at the end.
    List<Message> all() {
        var all = new ArrayList<>(known.values());
        all.sort(ORDER);
        return all;
    }

    private static int rank(MessageState state) {
        return switch (state) {
            case RECEIVED, QUEUED -> 0;
            case SENDING -> 1;
            case SENT -> 2;
            case DELIVERED -> 3;
            case READ -> 4;
            case UNDELIVERED, FAILED -> 5;
        };
    }
}
