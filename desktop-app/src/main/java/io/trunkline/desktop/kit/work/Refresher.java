package io.trunkline.desktop.kit.work;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Loads one thing anew as often as it changes, without starving: what is asked for while a load runs is loaded once
/// when that has ended, so that many changes in a row cost two loads and the first of them is shown at once.
public final class Refresher<T> {
    private final Work work;
    private final Consumer<T> loaded;
    private final Consumer<Exception> failed;
    private Running running = Running.ENDED;
    private boolean busy;
    private @Nullable Callable<T> next;

    public Refresher(Work work, Consumer<T> loaded, Consumer<Exception> failed) {
        this.work = work;
        this.loaded = loaded;
        this.failed = failed;
    }

    /// Loads now, or once more after the load that runs.
    public void ask(Callable<T> load) {
        if (busy) {
            next = load;
        } else {
            start(load);
        }
    }

    /// Drops what runs and what was asked for.
    public void cancel() {
        next = null;
        busy = false;
        running.cancel();
    }

    private void start(Callable<T> load) {
        busy = true;
        running = work.run(
                load,
                found -> {
                    loaded.accept(found);
                    goOn();
                },
                e -> {
                    failed.accept(e);
                    goOn();
                });
    }

    private void goOn() {
        busy = false;
        var then = next;
        next = null;
        if (then != null) {
            start(then);
        }
    }
}
