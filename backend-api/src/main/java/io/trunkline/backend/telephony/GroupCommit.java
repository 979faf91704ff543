package io.trunkline.backend.telephony;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets callers who come at the same time share one commit, since the commit is the cost.
///
/// Nobody waits for company: whoever finds a lane free is committed at once. Those who come meanwhile are committed
/// together, next. Commits run on `threads`, so that nobody is bound to one that hangs. A failed commit fails each
/// caller of its batch.
final class GroupCommit<T> {
    private final int lanes;
    private final int most;
    private final Executor threads;
    private final Consumer<List<T>> commit;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Waiter<T>> waiting = new ArrayDeque<>();
    private int busy;

    /// At most `lanes` commits at once, each of at most `most` items.
    GroupCommit(int lanes, int most, Executor threads, Consumer<List<T>> commit) {
        this.lanes = lanes;
        this.most = most;
        this.threads = threads;
        this.commit = commit;
    }

    /// True once the item is committed, false when that is not known within `longest`: it may be committed later.
    /// Throws what its commit threw.
    boolean add(T item, Duration longest) {
        var me = new Waiter<>(item);
        enter(me);
        if (!me.await(longest)) {
            return false;
        }
        if (me.failure != null) {
            throw me.failure;
        }
        return true;
    }

    private void enter(Waiter<T> me) {
        lock.lock();
        try {
            waiting.add(me);
            if (busy < lanes) {
                busy++;
                next();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Begins the commit of as many as fit.
    private void next() {
        var batch = new ArrayList<Waiter<T>>(Math.min(most, waiting.size()));
        while (batch.size() < most && !waiting.isEmpty()) {
            batch.add(waiting.poll());
        }
        threads.execute(() -> run(batch));
    }

    private void run(List<Waiter<T>> batch) {
        RuntimeException failure = new IllegalStateException("the commit did not come to its end");
        try {
            commit.accept(batch.stream().map(waiter -> waiter.item).toList());
            failure = null;
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
                busy--;
            } else {
                next();
            }
        } finally {
            lock.unlock();
        }
    }

    private static final class Waiter<T> {
        private final T item;
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile @Nullable RuntimeException failure;

        Waiter(T item) {
            this.item = item;
        }

        boolean await(Duration longest) {
            try {
                return done.await(longest.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        void done(@Nullable RuntimeException reason) {
            failure = reason;
            done.countDown();
        }
    }
}
