package io.trunkline.backend.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Work due later: adding and cancelling cost the same however much is due.
///
/// Four wheels of 64 slots; the finest slot is 16 ms wide and the coarsest wheel reaches three days, beyond which a
/// timer waits in the last slot and is sorted in again. A timer never fires early, and timers due together fire in the
/// order of their times, equals in the order they were set.
final class TimerWheel {
    private static final int TICK_BITS = 14;
    private static final int SLOT_BITS = 6;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int LEVELS = 4;
    private static final Comparator<Timer> IN_ORDER =
            Comparator.<Timer>comparingLong(t -> t.due).thenComparingLong(t -> t.order);

    private final Timer[] slots = new Timer[LEVELS * SLOTS];
    private long now;
    private long tick;
    private long order;

    /// Nothing in the slot of the present tick is due before this.
    private long soonest = Long.MAX_VALUE;

    private int size;

    TimerWheel(long now) {
        this.now = now;
        tick = now >> TICK_BITS;
        for (var slot = 0; slot < slots.length; slot++) {
            slots[slot] = new Timer(0, 0, () -> {});
        }
    }

    /// The latest time it was told; it never goes back.
    long now() {
        return now;
    }

    Timer set(long due, Runnable action) {
        var timer = new Timer(due, order++, action);
        link(timer);
        size++;
        return timer;
    }

    void cancel(Timer timer) {
        timer.cancelled = true;
        if (timer.next != timer) {
            timer.unlink();
            size--;
        }
    }

    /// Fires what is due. A time before the latest one counts as the latest.
    void advance(long time) {
        now = Math.max(now, time);
        var target = now >> TICK_BITS;
        if (target == tick && now < soonest) {
            return;
        }
        var due = new ArrayList<Timer>(0);
        if (size == 0 || target - tick > (long) SLOTS * SLOTS) {
            sortIn(target, now, due);
        } else {
            while (tick < target) {
                take(slots[(int) (tick & (SLOTS - 1))], now, due);
                tick++;
                cascade();
            }
        }
        var head = slots[(int) (tick & (SLOTS - 1))];
        take(head, now, due);
        soonest = earliest(head);
        if (due.size() > 1) {
            due.sort(IN_ORDER);
        }
        for (var timer : due) {
            if (!timer.cancelled) {
                timer.action.run();
            }
        }
    }

    /// No timer fires before this; [Long#MAX_VALUE] when none is set.
    long nextDue() {
        if (size == 0) {
            return Long.MAX_VALUE;
        }
        for (var step = 0; step < SLOTS; step++) {
            var head = slots[(int) ((tick + step) & (SLOTS - 1))];
            if (head.next != head) {
                return Math.min(earliest(head), nextCascade());
            }
        }
        return nextCascade();
    }

    private long nextCascade() {
        return ((tick >> SLOT_BITS) + 1) << (SLOT_BITS + TICK_BITS);
    }

    private static long earliest(Timer head) {
        var earliest = Long.MAX_VALUE;
        for (var timer = head.next; timer != head; timer = timer.next) {
            earliest = Math.min(earliest, timer.due);
        }
        return earliest;
    }

    private void sortIn(long target, long now, List<Timer> due) {
        tick = target;
        if (size == 0) {
            return;
        }
        var all = new ArrayList<Timer>();
        for (var head : slots) {
            take(head, Long.MAX_VALUE, all);
        }
        size += all.size();
        for (var timer : all) {
            if (timer.due <= now) {
                due.add(timer);
                size--;
            } else {
                link(timer);
            }
        }
    }

    /// When a finer wheel has gone round, the next slot of the coarser one is spread over it.
    private void cascade() {
        for (var level = 1; level < LEVELS; level++) {
            if ((tick & ((1L << (SLOT_BITS * level)) - 1)) != 0) {
                return;
            }
            var head = slots[level * SLOTS + (int) ((tick >> (SLOT_BITS * level)) & (SLOTS - 1))];
            var moved = new ArrayList<Timer>();
            take(head, Long.MAX_VALUE, moved);
            size += moved.size();
            moved.forEach(this::link);
        }
    }

    private void take(Timer head, long now, List<Timer> due) {
        var timer = head.next;
        while (timer != head) {
            var next = timer.next;
            if (timer.due <= now) {
                timer.unlink();
                size--;
                due.add(timer);
            }
            timer = next;
        }
    }

    private void link(Timer timer) {
        var at = Math.max(timer.due >> TICK_BITS, tick);
        if (at == tick) {
            soonest = Math.min(soonest, timer.due);
        }
        var level = 0;
        while (level < LEVELS - 1 && at - tick >= 1L << (SLOT_BITS * (level + 1))) {
            level++;
        }
        var reach = Math.min(at, tick + ((long) (SLOTS - 1) << (SLOT_BITS * level)));
        timer.linkBefore(slots[level * SLOTS + (int) ((reach >> (SLOT_BITS * level)) & (SLOTS - 1))]);
    }

    static final class Timer {
        final long due;
        final long order;
        final Runnable action;
        boolean cancelled;
        Timer previous = this;
        Timer next = this;

        Timer(long due, long order, Runnable action) {
            this.due = due;
            this.order = order;
            this.action = action;
        }

        void linkBefore(Timer head) {
            previous = head.previous;
            next = head;
            head.previous.next = this;
            head.previous = this;
        }

        void unlink() {
            previous.next = next;
            next.previous = previous;
            next = this;
            previous = this;
        }
    }
}
