package io.trunkline.desktop.kit.work;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs everything at once where it stands, so that a view model can be tested without a toolkit.
public final class SameThreadWork implements Work {
    @Override
    public <T> Running run(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T outcome;
        try {
            outcome = work.call();
        } catch (Exception e) {
            failed.accept(e);
            return Running.ENDED;
        }
        done.accept(outcome);
        return Running.ENDED;
    }
}
