package io.trunkline.desktop.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RefresherTest implements Work {
    private final Deque<Runnable> started = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private final Refresher<String> refresher = new Refresher<>(this, shown::add, e -> shown.add("failed"));

    @Test
    void manyChangesInARowShowTheFirstLoadAndOneMore() {
        refresher.ask(() -> "first");
        refresher.ask(() -> "second");
        refresher.ask(() -> "third");
        endAll();
        assertThat(shown).containsExactly("first", "third");
    }

    @Test
    void aLoadThatFailsDoesNotKeepTheNextFromRunning() {
        refresher.ask(() -> {
            throw new IllegalStateException("not now");
        });
        refresher.ask(() -> "then");
        endAll();
        assertThat(shown).containsExactly("failed", "then");
    }

    @Test
    void whatIsCancelledIsNotShownAndTheNextAskStartsAtOnce() {
        refresher.ask(() -> "old");
        refresher.ask(() -> "old too");
        refresher.cancel();
        refresher.ask(() -> "new");
        endAll();
        assertThat(shown).containsExactly("new");
    }

    private void endAll() {
        while (!started.isEmpty()) {
            started.poll().run();
        }
    }

    @Override
    public <T> Running run(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Runnable task = () -> new SameThreadWork().run(work, done, failed);
        started.add(task);
        return () -> started.remove(task);
    }
}
