package io.trunkline.desktop.wallboard.widget;

import io.trunkline.desktop.kit.control.Type;
import io.trunkline.model.queue.QueueFigures;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// One queue: who waits, large, and the rest below it.
public final class QueueTile extends VBox {
    private final Label name = Type.NAME.line("");
    private final FigureView large = new FigureView(WidgetCatalog.LARGE, "large");
    private final List<FigureView> small = WidgetCatalog.SMALL.stream()
            .map(each -> new FigureView(each, "small"))
            .toList();

    public QueueTile() {
        getStyleClass().add("queue-tile");
        var rest = new FlowPane();
        rest.getStyleClass().add("rest");
        rest.getChildren().addAll(small);
        getChildren().addAll(name, large, rest);
    }

    public void show(QueueFigures queue, Instant now) {
        setId("tile-" + queue.queue().id());
        name.setText(queue.queue().name());
        large.show(queue, now);
        small.forEach(each -> each.show(queue, now));
    }
}
