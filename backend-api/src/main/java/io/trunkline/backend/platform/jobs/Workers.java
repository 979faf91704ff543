package io.trunkline.backend.platform.jobs;

import io.trunkline.backend.platform.db.DatabaseUnavailable;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The only place where threads are started: named virtual threads whose work is supervised and can be stopped.
public final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration FINISH = Duration.ofSeconds(2);
    private static final Duration LAST = Duration.ofSeconds(5);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Set<Loop> loops = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /// Repeats `body` every `tick`, or sooner when the loop is woken. A failure is logged and the next turn comes as
    /// usual.
    public Loop loop(String name, Duration tick, Runnable body) {
        var loop = new Loop(name, tick, body, () -> stopping);
        loops.add(loop);
        start(name, loop);
        return loop;
    }

    /// Runs `work` once beside the caller.
    public void submit(String name, Runnable work) {
        start(name, () -> guarded(name, work));
    }

    /// As [#submit], for what need not be begun any more once the program is stopping.
    public void brief(String name, Runnable work) {
        if (!stopping) {
            begin(name, () -> guarded(name, work));
        }
    }

    /// Threads for somebody else's library that insists on its own.
    public ThreadFactory factory(String name) {
        return Thread.ofVirtual().name(name + "-", 0).factory();
    }

    /// A virtual thread for each task whose outcome somebody waits for, for a time.
    public ExecutorService executor(String name) {
        return Executors.newThreadPerTaskExecutor(factory(name));
    }

    /// True once the program is stopping; long work asks now and then.
    public boolean stopping() {
        return stopping;
    }

    /// Tells all work to stop, lets it finish what it is at, then interrupts what is left.
    @Override
    public void close() {
        stopping = true;
        loops.forEach(Loop::wake);
        var finish = System.nanoTime() + FINISH.toNanos();
        threads.forEach(thread -> await(thread, finish));
        threads.forEach(Thread::interrupt);
        var last = System.nanoTime() + LAST.toNanos();
        for (var thread : threads) {
            if (!await(thread, last)) {
                LOG.warn("{} did not stop in time", thread.getName());
            }
        }
    }

    private void start(String name, Runnable work) {
        if (stopping) {
            throw new IllegalStateException("the program is stopping; " + name + " is not started");
        }
        begin(name, work);
    }

    private void begin(String name, Runnable work) {
        var thread = Thread.ofVirtual().name(name).unstarted(() -> {
            try {
                work.run();
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        threads.add(thread);
        thread.start();
    }

    /// False when the work failed.
    static boolean guarded(String name, Runnable work) {
        try {
            work.run();
            return true;
        } catch (DatabaseUnavailable e) {
            // Said once where it is found out, not by everybody who waits.
            LOG.debug("{} waits for the database", name, e);
            return false;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.debug("{} was stopped", name, e);
            } else {
                LOG.error("{} failed", name, e);
            }
            return false;
        }
    }

    private static boolean await(Thread thread, long end) {
        try {
            return thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
