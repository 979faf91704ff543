package io.trunkline.backend.telephony;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets callers who come at the same time share one commit, since the commit is the cost.
///
/// Nobody waits for company: whoever finds a lane free is committed at once. Those who come meanwhile are committed
/// together, next. Commits run on `threads`, so that nobody is bound to one that hangs. A failed commit fails each
/// caller of its batch.
final class GroupCommit<T> {
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

    private final int lanes;
    private final int most;
    private final Executor threads;
    private final Consumer<List<T>> commit;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Waiter<T>> waiting = new ArrayDeque<>();
    private final Set<List<Waiter<T>>> running = Collections.newSetFromMap(new IdentityHashMap<>());
    private int busy;
    private boolean watched;

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
        var me = new Waiter<>(item, System.nanoTime() + longest.toNanos());
        enter(me);
        me.await();
        if (me.failure != null) {
            throw me.failure;
        }
        return me.committed;
    }

    private void enter(Waiter<T> me) {
        lock.lock();
        try {
            waiting.add(me);
            if (busy < lanes) {
                busy++;
                next();
            }
            if (!watched) {
                watched = true;
                threads.execute(this::watch);
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
        running.add(batch);
        threads.execute(() -> run(batch));
    }

    /// One looks after all who wait: an alarm clock for each costs more than the rest of its way.
    private void watch() {
        do {
            LockSupport.parkNanos(LOOK);
        } while (lookAfter());
    }

    /// Lets go who has waited too long; false when nobody waits any more.
    private boolean lookAfter() {
        lock.lock();
        try {
            var now = System.nanoTime();
            waiting.forEach(waiter -> waiter.letGo(now));
            running.forEach(batch -> batch.forEach(waiter -> waiter.letGo(now)));
            watched = busy > 0;
            return watched;
        } finally {
            lock.unlock();
        }
    }

    private void run(List<Waiter<T>> batch) {
        @Nullable RuntimeException failure = null;
        var ended = false;
        try {
            commit.accept(batch.stream().map(waiter -> waiter.item).toList());
            ended = true;
        } catch (RuntimeException e) {
            failure = e;
            ended = true;
        } finally {
            handOver(batch);
            var reason = ended ? failure : new IllegalStateException("the commit did not come to its end");
            for (var waiter : batch) {
                waiter.done(reason);
            }
        }
    }

    private void handOver(List<Waiter<T>> batch) {
        lock.lock();
        try {
            running.remove(batch);
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
        private final long end;
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile boolean committed;
        private volatile @Nullable RuntimeException failure;

        Waiter(T item, long end) {
            this.item = item;
            this.end = end;
        }

        void await() {
            try {
                done.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        void letGo(long now) {
            if (now - end > 0) {
                done.countDown();
            }
        }

        void done(@Nullable RuntimeException reason) {
            failure = reason;
            committed = reason == null;
            done.countDown();
        }
    }
}
