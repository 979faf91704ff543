package io.trunkline.desktop.kit.work;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One thread that does what it is handed, in order: for something that must not be touched from two threads and may
/// block. Any thread may hand in; what comes after [#close()] is dropped.
public final class Lane implements AutoCloseable {
    private static final long PATIENCE = 5;

    private final ScheduledThreadPoolExecutor thread;
    private final Consumer<Throwable> failed;

    /// `failed` is told what a task threw; the lane goes on.
    public Lane(String name, Consumer<Throwable> failed) {
        this.failed = failed;
        thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name(name).factory());
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    public void run(Runnable task) {
        try {
            thread.execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            if (!thread.isShutdown()) {
                throw e;
            }
        }
    }

    public Running later(Duration delay, Runnable task) {
        try {
            var waiting = thread.schedule(() -> guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> waiting.cancel(false);
        } catch (RejectedExecutionException e) {
            return Running.ENDED;
        }
    }

    /// The first time after one pause.
    public Running every(Duration pause, Runnable task) {
        try {
            var millis = pause.toMillis();
            var repeated = thread.scheduleWithFixedDelay(() -> guarded(task), millis, millis, TimeUnit.MILLISECONDS);
            return () -> repeated.cancel(false);
        } catch (RejectedExecutionException e) {
            return Running.ENDED;
        }
    }

    /// As [#close()], without waiting: for a task that is the lane's last.
    public void stop() {
        thread.shutdown();
    }

    /// Ends now and waits for nothing: what runs is interrupted, what waits is dropped.
    public void cutShort() {
        thread.shutdownNow();
    }

    public boolean isOver() {
        return thread.isShutdown();
    }

    /// Lets what was handed in end, but does not wait for ever for a task that hangs.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }
}
