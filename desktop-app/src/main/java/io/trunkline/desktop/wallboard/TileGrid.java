package io.trunkline.desktop.wallboard;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Tiles of one width in as many columns as fit and are needed, filling the row.
final class TileGrid extends Pane {
    private static final double GAP = 16;

    /// A lonely tile does not grow without end.
    private static final double WIDEST = 1.75;

    private double least = 304;

    TileGrid() {
        getStyleClass().add("tiles");
    }

    /// How narrow a tile may be.
    void least(double width) {
        least = width;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + arrange(width < 0 ? getWidth() : width, false) + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    /// Places the tiles, or only measures; answers with the height of all rows.
    private double arrange(double width, boolean place) {
        double room = width - snappedLeftInset() - snappedRightInset();
        int fitting = (int) Math.max(1, Math.floor((room + GAP) / (least + GAP)));
        int columns = Math.clamp(getManagedChildren().size(), 1, fitting);
        double tile = Math.min(Math.floor((room - GAP * (columns - 1)) / columns), least * WIDEST);
        double row = getManagedChildren().stream()
                .mapToDouble(each -> each.prefHeight(tile))
                .max()
                .orElse(0);
        int index = 0;
        for (var each : getManagedChildren()) {
            if (place && each instanceof Region region) {
                double x = snappedLeftInset() + (tile + GAP) * (index % columns);
                int line = index / columns;
                double y = snappedTopInset() + (row + GAP) * line;
                region.resizeRelocate(x, y, tile, row);
            }
            index++;
        }
        int rows = (index + columns - 1) / columns;
        return Math.max(0, rows * (row + GAP) - GAP);
    }
}
