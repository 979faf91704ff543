package io.trunkline.desktop.kit.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Carries what other threads hand in to the FX thread in one batch per frame, in the order of arrival, so that a
/// thousand live events cost one layout instead of a thousand.
public final class Frames<T> {
    private final ConcurrentLinkedQueue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Consumer<List<T>> sink;
    private final Executor nextFrame;

    Frames(Consumer<List<T>> sink, Executor nextFrame) {
        this.sink = sink;
        this.nextFrame = nextFrame;
    }

    /// Drained on the FX thread at the next frame.
    public static <T> Frames<T> onFx(Consumer<List<T>> sink) {
        return new Frames<>(sink, Frames::atNextPulse);
    }

    /// Drained at once by the thread that offers: for tests.
    public static <T> Frames<T> direct(Consumer<List<T>> sink) {
        return new Frames<>(sink, Runnable::run);
    }

    /// From any thread.
    public void offer(T item) {
        waiting.add(item);
        if (asked.compareAndSet(false, true)) {
            nextFrame.execute(this::drain);
        }
    }

    private void drain() {
        asked.set(false);
        var batch = new ArrayList<T>();
        for (var item = waiting.poll(); item != null; item = waiting.poll()) {
            batch.add(item);
        }
        if (!batch.isEmpty()) {
            sink.accept(List.copyOf(batch));
        }
    }

    /// A timer that lives for one pulse: an idle desktop has no animation running.
    private static void atNextPulse(Runnable then) {
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                then.run();
            }
        }.start());
    }
}
