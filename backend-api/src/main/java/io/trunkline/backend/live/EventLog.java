package io.trunkline.backend.live;

import io.trunkline.backend.platform.db.Jsonb;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.InteractionId;
import io.trunkline.model.TenantId;
import io.trunkline.model.live.LiveEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where features say what happened. An event is told if and only if its transaction commits, in the order of commits.
public final class EventLog {
    private static final int PAGE = 500;

    private final EventStore store;
    private volatile Runnable wake = () -> {};

    public EventLog(EventStore store) {
        this.store = store;
    }

    /// Appends an event of the transaction. It has no number yet: the relay gives it one after the commit.
    public void append(Tx tx, LiveEvent event, Audience audience) {
        append(tx, null, event, audience);
    }

    /// As above, for an event in the life of an interaction, whose log can be read by it.
    public void append(Tx tx, @Nullable InteractionId interaction, LiveEvent event, Audience audience) {
        tx.gather(Appended.class, Appended::new, appended -> {
                    EventStore.append(tx, appended.events);
                    tx.afterCommit(() -> wake.run());
                })
                .events
                .add(new NewEvent(
                        EventNames.of(event), interaction, Jsonb.of(event).text(), Jsonb.of(audience)));
    }

    /// The number of the last event that the transaction can know of. Read it before the rows of a snapshot: whatever
    /// comes after it is told by the feed, perhaps once more, never not at all.
    public long head(Tx tx) {
        return EventStore.head(tx);
    }

    /// The number of the last event before everything that happened at `start` or later.
    public long before(Tx tx, Instant start) {
        return EventStore.before(tx, start);
    }

    /// Gives every event after `after` to `reader`, in order, and returns the number of the last.
    public long replay(TenantId tenant, long after, Consumer<LoggedEvent> reader) {
        var last = after;
        while (true) {
            var page = store.read(tenant, last, PAGE);
            page.forEach(reader);
            if (page.isEmpty()) {
                return last;
            }
            last = page.getLast().seq();
        }
    }

    /// What is logged of an interaction, oldest first, `most` at most. What has just been committed may come a moment
    /// later.
    public List<LoggedEvent> of(Tx tx, InteractionId interaction, int most) {
        return EventStore.of(tx, interaction, most);
    }

    /// An event on its way to the outbox.
    record NewEvent(String type, @Nullable InteractionId interaction, String payload, Jsonb audience) {}

    /// What one transaction has appended so far; it is written in one statement.
    private static final class Appended {
        final List<NewEvent> events = new ArrayList<>(4);
    }

    List<LoggedEvent> read(TenantId tenant, long after, int most) {
        return store.read(tenant, after, most);
    }

    void onAppend(Runnable woken) {
        wake = woken;
    }
}
