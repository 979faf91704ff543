package io.trunkline.desktop.wallboard.widget;

import io.trunkline.desktop.kit.control.Type;
import io.trunkline.model.queue.QueueFigures;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// One queue: who waits, large, and the rest below it.
public final class QueueTile extends VBox {
    private static final int COLUMNS = 3;

    private final Label name = Type.NAME.line("");
    private final FigureView large = new FigureView(WidgetCatalog.LARGE, "large");
    private final List<FigureView> small = WidgetCatalog.SMALL.stream()
            .map(each -> new FigureView(each, "small"))
            .toList();

    public QueueTile() {
        getStyleClass().add("queue-tile");
        var rest = new GridPane();
        rest.getStyleClass().add("rest");
        for (int i = 0; i < small.size(); i++) {
            rest.add(small.get(i), i % COLUMNS, i / COLUMNS);
        }
        for (int i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            rest.getColumnConstraints().add(column);
        }
        getChildren().addAll(name, large, rest);
    }

    public void show(QueueFigures queue, Instant now) {
        setId("tile-" + queue.queue().id());
        name.setText(queue.queue().name());
        large.show(queue, now);
        small.forEach(each -> each.show(queue, now));
    }
}
