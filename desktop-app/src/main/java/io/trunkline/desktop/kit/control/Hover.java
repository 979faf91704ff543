package io.trunkline.desktop.kit.control;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// What is shown when the pointer rests.
public final class Hover {
    private static final Duration PATIENCE = Duration.millis(400);

    private Hover() {}

    /// Shows a sentence.
    public static void say(Control control, String sentence) {
        control.setTooltip(tip(sentence));
    }

    /// Lets a label end in an ellipsis and shows its whole text on hover, now and when it changes.
    public static void fullText(Label label) {
        var tip = tip("");
        tip.textProperty().bind(label.textProperty());
        label.tooltipProperty()
                .bind(Bindings.when(label.textProperty().isEmpty())
                        .then((Tooltip) null)
                        .otherwise(tip));
        label.getStyleClass().add("may-shorten");
        label.setMinWidth(0);
    }

    private static Tooltip tip(String sentence) {
        var tip = new Tooltip(sentence);
        tip.setShowDelay(PATIENCE);
        tip.setWrapText(true);
        tip.setMaxWidth(400);
        return tip;
    }
}
