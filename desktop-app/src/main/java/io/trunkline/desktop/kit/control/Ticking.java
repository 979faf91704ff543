package io.trunkline.desktop.kit.control;

import io.trunkline.desktop.kit.work.Ticker;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Ties a tick to a node: it is told only while the node stands in a scene, so nothing is left behind.
public final class Ticking {
    private Ticking() {}

    public static void whileShown(Node node, Ticker ticker, Consumer<Instant> tick) {
        node.sceneProperty().subscribe(new Consumer<>() {
            private Subscription running = Subscription.EMPTY;

            @Override
            public void accept(@Nullable Scene scene) {
                running.unsubscribe();
                running = scene == null ? Subscription.EMPTY : ticker.every(tick);
            }
        });
    }
}
