package io.trunkline.backend.analytics;

import io.trunkline.backend.live.LoggedEvent;
import io.trunkline.model.QueueId;
import io.trunkline.model.queue.QueueFigures;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// A [Floor] that several threads may use, and what was last told of it.
final class Board {
    private final ReentrantLock lock = new ReentrantLock();
    private final Floor floor;
    private final Map<QueueId, QueueFigures> told = new HashMap<>();
    private long seq;
    private Instant readAt;

    Board(Floor floor, long seq, Instant readAt) {
        this.floor = floor;
        this.seq = seq;
        this.readAt = readAt;
    }

    long seq() {
        return seq;
    }

    /// Applies what is new; what was applied before is passed over, so that repetition does no harm.
    void apply(List<LoggedEvent> events) {
        locked(() -> events.forEach(this::applyOne));
    }

    void apply(LoggedEvent event) {
        locked(() -> applyOne(event));
    }

    void queues(Collection<Floor.Queue> queues, Instant now) {
        locked(() -> {
            floor.queues(queues);
            readAt = now;
        });
    }

    boolean olderThan(Instant limit) {
        lock.lock();
        try {
            return readAt.isBefore(limit);
        } finally {
            lock.unlock();
        }
    }

    List<QueueFigures> figures(Instant now) {
        lock.lock();
        try {
            return floor.figures(now);
        } finally {
            lock.unlock();
        }
    }

    /// The figures that differ from those last told.
    List<QueueFigures> changes(Instant now) {
        lock.lock();
        try {
            var changed = floor.figures(now).stream().filter(this::differs).toList();
            changed.forEach(figures -> told.put(figures.queue().id(), timeless(figures)));
            return changed;
        } finally {
            lock.unlock();
        }
    }

    private boolean differs(QueueFigures now) {
        return !timeless(now).equals(told.get(now.queue().id()));
    }

    private static QueueFigures timeless(QueueFigures f) {
        return new QueueFigures(
                f.queue(),
                f.waiting(),
                f.longestWaitingSince(),
                f.active(),
                f.wrapping(),
                f.agentsAvailable(),
                f.agentsEngaged(),
                f.agentsWrapUp(),
                f.agentsAway(),
                f.arrived(),
                f.answered(),
                f.abandoned(),
                f.serviceLevel(),
                f.averageWaitSeconds(),
                f.averageHandleSeconds(),
                Instant.EPOCH);
    }

    private void applyOne(LoggedEvent event) {
        if (event.seq() > seq) {
            floor.apply(event.at(), event.event());
            seq = event.seq();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
