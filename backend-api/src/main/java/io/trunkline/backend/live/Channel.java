package io.trunkline.backend.live;

import io.trunkline.model.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;

/// The latest events of one tenant in memory, and behind them the log. Everybody reads at their own pace: there is one
/// window for all, and no buffer per reader that could grow.
final class Channel {
    private static final int PAGE = 500;

    private final TenantId tenant;
    private final EventLog log;
    private final AtomicReferenceArray<LoggedEvent> window;
    private final ReentrantLock publishing = new ReentrantLock();
    private volatile long head;

    Channel(TenantId tenant, EventLog log, int size, long head) {
        this.tenant = tenant;
        this.log = log;
        this.window = new AtomicReferenceArray<>(size);
        this.head = head;
    }

    TenantId tenant() {
        return tenant;
    }

    /// The number of the last event that readers can have.
    long head() {
        return head;
    }

    /// Takes events in, drops those it has, reads from the log those it missed; gives back what is new.
    List<LoggedEvent> publish(List<LoggedEvent> events) {
        publishing.lock();
        try {
            var added = new ArrayList<LoggedEvent>(events.size());
            for (var event : events) {
                if (event.seq() > head + 1) {
                    fill(event.seq() - 1, added);
                }
                if (event.seq() == head + 1) {
                    put(event, added);
                }
            }
            return added;
        } finally {
            publishing.unlock();
        }
    }

    /// Catches up with the log, up to `seq`; gives back what is new.
    List<LoggedEvent> catchUp(long seq) {
        publishing.lock();
        try {
            var added = new ArrayList<LoggedEvent>();
            fill(seq, added);
            return added;
        } finally {
            publishing.unlock();
        }
    }

    /// Up to `most` events after `after`: out of memory, else out of the log. Empty when `after` is older than what is
    /// kept, so that the reader has to begin anew.
    Optional<List<LoggedEvent>> read(long after, int most) {
        var until = Math.min(head, after + most);
        var found = new ArrayList<LoggedEvent>((int) Math.max(0, until - after));
        for (var seq = after + 1; seq <= until; seq++) {
            var event = window.get(slot(seq));
            if (event == null || event.seq() != seq) {
                return fromLog(after, most);
            }
            found.add(event);
        }
        return Optional.of(found);
    }

    private Optional<List<LoggedEvent>> fromLog(long after, int most) {
        var page = log.read(tenant, after, Math.min(most, PAGE)).stream()
                .takeWhile(event -> event.seq() <= head)
                .toList();
        return page.isEmpty() || page.getFirst().seq() != after + 1 ? Optional.empty() : Optional.of(page);
    }

    private void fill(long upTo, List<LoggedEvent> added) {
        while (head < upTo) {
            var page = log.read(tenant, head, (int) Math.min(PAGE, upTo - head));
            if (page.isEmpty()) {
                return;
            }
            page.forEach(event -> put(event, added));
        }
    }

    private void put(LoggedEvent event, List<LoggedEvent> added) {
        window.set(slot(event.seq()), event);
        head = event.seq();
        added.add(event);
    }

    private int slot(long seq) {
        return (int) (seq % window.length());
    }
}
