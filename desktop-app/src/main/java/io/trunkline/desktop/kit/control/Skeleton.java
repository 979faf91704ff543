package io.trunkline.desktop.kit.control;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The outline of rows that are on their way. It does not move: waiting is short, and movement draws the eye.
public final class Skeleton extends VBox {
    private static final double[] WIDTHS = {0.62, 0.48, 0.7, 0.55};

    public Skeleton(int rows) {
        getStyleClass().add("skeleton");
        for (int i = 0; i < rows; i++) {
            getChildren().add(row(WIDTHS[i % WIDTHS.length]));
        }
    }

    private HBox row(double share) {
        var disc = part("skeleton-disc");
        var line = part("skeleton-line");
        line.prefWidthProperty().bind(widthProperty().multiply(share));
        var row = new HBox(disc, line);
        row.getStyleClass().add("skeleton-row");
        return row;
    }

    private static Region part(String style) {
        var part = new Region();
        part.getStyleClass().add(style);
        return part;
    }
}
