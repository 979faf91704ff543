package io.trunkline.desktop.kit.work;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Takes blocking work off the FX thread and brings its outcome back to it.
///
/// Exactly one of `done` and `failed` is called, on the FX thread: where the agent gave the work up in the activity
/// list, `failed` with [GivenUp]. Where the program itself cancelled it, neither is.
public interface Work {
    /// Runs quietly: nothing is shown, however long it takes.
    default <T> Running run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        return run("", work, done, failed);
    }

    /// Runs under a name (a text key): after three seconds it stands in the activity list, where it can be cancelled.
    <T> Running run(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed);
}
