package io.trunkline.desktop.kit.control;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/// A state as a small shape of 12 px: told apart by form as well as by colour. The word stands beside it.
public final class StatusDot extends StackPane {
    /// The forms there are.
    public enum Form {
        DISC("M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z"),
        TARGET("M6 0a6 6 0 1 0 0 12a6 6 0 1 0 0-12z M6 1.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8z"
                + " M6 3.4a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 1 0 0-5.2z"),
        SQUARE(
                "M2.5 1h7a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5h-7a1.5 1.5 0 0 1-1.5-1.5v-7a1.5 1.5 0 0 1 1.5-1.5z"),
        DIAMOND("M6 0L12 6L6 12L0 6z"),
        HALF("M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z M6 2.6v6.8a3.4 3.4 0 1 0 0-6.8z"),
        RING("M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z M6 2.8a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0-6.4z");

        private final String path;

        Form(String path) {
            this.path = path;
        }
    }

    private final SVGPath shape = new SVGPath();

    /// `style` gives the colour.
    public StatusDot(Form form, String style) {
        getStyleClass().add("status-dot");
        setMinSize(12, 12);
        setMaxSize(12, 12);
        shape.setFillRule(FillRule.EVEN_ODD);
        getChildren().add(shape);
        show(form, style);
    }

    public void show(Form form, String style) {
        shape.setContent(form.path);
        shape.getStyleClass().setAll("form", style);
    }
}
