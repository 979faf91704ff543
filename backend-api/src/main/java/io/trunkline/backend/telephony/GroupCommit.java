package io.trunkline.backend.telephony;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets callers who come at the same time share one commit, since the commit is the cost.
///
/// Nobody waits for company: whoever finds a lane free commits at once. Those who come meanwhile wait; the first of
/// them
/// leads the next commit for all of them. A failed commit fails each caller of its batch.
final class GroupCommit<T> {
    private final int lanes;
    private final int most;
    private final Consumer<List<T>> commit;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Waiter<T>> waiting = new ArrayDeque<>();
    private int leading;

    /// At most `lanes` commits at once, each of at most `most` items.
    GroupCommit(int lanes, int most, Consumer<List<T>> commit) {
        this.lanes = lanes;
        this.most = most;
        this.commit = commit;
    }

    /// Returns once the item is committed; throws what its commit threw.
    void add(T item) {
        var me = new Waiter<>(item, Thread.currentThread());
        enter(me);
        me.await();
        if (!me.batch.isEmpty()) {
            lead(me.batch);
        }
        if (me.failure != null) {
            throw me.failure;
        }
    }

    private void enter(Waiter<T> me) {
        lock.lock();
        try {
            waiting.add(me);
            if (leading < lanes) {
                leading++;
                appoint();
            }
        } finally {
            lock.unlock();
        }
    }

    private void lead(List<Waiter<T>> batch) {
        RuntimeException failure = null;
        try {
            commit.accept(batch.stream().map(waiter -> waiter.item).toList());
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            handOver();
            for (var waiter : batch) {
                waiter.done(failure);
            }
        }
    }

    private void handOver() {
        lock.lock();
        try {
            if (waiting.isEmpty()) {
                leading--;
            } else {
                appoint();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Makes the first who waits the leader of as many as fit.
    private void appoint() {
        var batch = new ArrayList<Waiter<T>>(Math.min(most, waiting.size()));
        while (batch.size() < most && !waiting.isEmpty()) {
            batch.add(waiting.poll());
        }
        batch.getFirst().leads(batch);
    }

    private static final class Waiter<T> {
        private final T item;
        private final Thread thread;
        private volatile List<Waiter<T>> batch = List.of();
        private volatile boolean done;
        private volatile @Nullable RuntimeException failure;

        Waiter(T item, Thread thread) {
            this.item = item;
            this.thread = thread;
        }

        void await() {
            while (!done && batch.isEmpty()) {
                LockSupport.park(this);
            }
        }

        void leads(List<Waiter<T>> led) {
            batch = led;
            LockSupport.unpark(thread);
        }

        void done(@Nullable RuntimeException reason) {
            failure = reason;
            done = true;
            LockSupport.unpark(thread);
        }
    }
}
