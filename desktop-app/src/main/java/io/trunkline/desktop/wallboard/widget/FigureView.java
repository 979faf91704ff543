package io.trunkline.desktop.wallboard.widget;

import io.trunkline.desktop.kit.control.Icons;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.model.queue.QueueFigures;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// A figure under its small label. What wants attention has a colour and a sign.
final class FigureView extends VBox {
    private static final PseudoClass FINE = PseudoClass.getPseudoClass("fine");
    private static final PseudoClass SOON = PseudoClass.getPseudoClass("soon");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

    private final Widget widget;
    private final Label value = new Label();

    FigureView(Widget widget, String size) {
        this.widget = widget;
        getStyleClass().addAll("figure", size);
        value.getStyleClass().addAll("value", Type.DIGITS);
        value.setContentDisplay(ContentDisplay.RIGHT);
        value.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Type.LABEL.line(Text.of(widget.title()), Type.MUTED), value);
    }

    void show(QueueFigures queue, Instant now) {
        var reading = widget.figure().of(queue, now);
        value.setText(reading.text());
        value.setGraphic(sign(reading.level()));
        pseudoClassStateChanged(FINE, reading.level() == Level.FINE);
        pseudoClassStateChanged(SOON, reading.level() == Level.SOON);
        pseudoClassStateChanged(NOW, reading.level() == Level.NOW);
    }

    private static @Nullable FontIcon sign(Level level) {
        return switch (level) {
            case PLAIN, FINE -> null;
            case SOON -> Icons.small(Material2MZ.WARNING);
            case NOW -> Icons.small(Material2AL.ERROR);
        };
    }
}
