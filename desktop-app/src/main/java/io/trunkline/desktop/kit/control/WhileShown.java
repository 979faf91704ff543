package io.trunkline.desktop.kit.control;

import io.trunkline.desktop.kit.work.Ticker;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Ties listening to a node: it lasts only while the node stands in a scene, so a view that is thrown away is held by
/// nothing.
public final class WhileShown {
    private WhileShown() {}

    /// Subscribes each time the node enters a scene and ends it when the node leaves.
    public static void subscribe(Node node, Supplier<Subscription> listening) {
        node.sceneProperty().subscribe(new Consumer<>() {
            private Subscription running = Subscription.EMPTY;

            @Override
            public void accept(@Nullable Scene scene) {
                running.unsubscribe();
                running = scene == null ? Subscription.EMPTY : listening.get();
            }
        });
    }

    /// Is told the time about four times a second.
    public static void tick(Node node, Ticker ticker, Consumer<Instant> tick) {
        subscribe(node, () -> ticker.every(tick));
    }

    /// Runs at once and after each change of the list.
    public static <T> void list(Node node, ObservableList<T> list, Runnable changed) {
        subscribe(node, () -> {
            ListChangeListener<T> listener = _ -> changed.run();
            list.addListener(listener);
            changed.run();
            return () -> list.removeListener(listener);
        });
    }
}
