package io.trunkline.desktop.kit.work;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/// [Work] on virtual threads, its outcome brought back with `runLater`.
public final class FxWork implements Work, AutoCloseable {
    static final Duration SHOWN_AFTER = Duration.ofSeconds(3);

    private final Activities activities;
    private final Executor back;
    private final Duration shownAfter;
    private final ScheduledExecutorService patience = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("activities").factory());

    public FxWork(Activities activities) {
        this(activities, Platform::runLater, SHOWN_AFTER);
    }

    FxWork(Activities activities, Executor back, Duration shownAfter) {
        this.activities = activities;
        this.back = back;
        this.shownAfter = shownAfter;
    }

    @Override
    public <T> Running run(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        var job = new Job<>(work, done, failed);
        if (!name.isEmpty()) {
            job.shown = later(shownAfter, () -> job.show(name));
        }
        job.thread.start();
        return job;
    }

    /// Waits a while off the FX thread, then calls back on it. For a delay, not for a clock: see [Ticker].
    public Running later(Duration delay, Runnable then) {
        var waiting = patience.schedule(() -> back.execute(then), delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> waiting.cancel(false);
    }

    @Override
    public void close() {
        patience.shutdownNow();
    }

    private final class Job<T> implements Running {
        private final Callable<T> work;
        private final Consumer<T> done;
        private final Consumer<Exception> failed;
        private final Thread thread = Thread.ofVirtual().name("work").unstarted(this::body);
        private volatile boolean over;
        private Running shown = Running.ENDED;

        Job(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            this.work = work;
            this.done = done;
            this.failed = failed;
        }

        private void body() {
            try {
                var outcome = work.call();
                back.execute(() -> end(() -> done.accept(outcome)));
            } catch (Exception e) {
                back.execute(() -> end(() -> failed.accept(e)));
            }
        }

        private void show(String name) {
            if (!over) {
                shown = activities.add(name, this::giveUp);
            }
        }

        private void end(Runnable callback) {
            if (!over) {
                over = true;
                shown.cancel();
                callback.run();
            }
        }

        /// Whoever waits for it is told, else they would wait for ever.
        private void giveUp() {
            end(() -> failed.accept(new GivenUp()));
            thread.interrupt();
        }

        @Override
        public void cancel() {
            if (!over) {
                over = true;
                thread.interrupt();
                back.execute(() -> shown.cancel());
            }
        }
    }
}
