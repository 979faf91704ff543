package io.trunkline.desktop.kit.control;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.control.Label;

/// A small count, gone at zero and "99+" above ninety-nine.
public final class Badge extends Label {
    public Badge(ObservableIntegerValue count) {
        getStyleClass().addAll("badge", Type.DIGITS);
        textProperty().bind(Bindings.createStringBinding(() -> shown(count.get()), count));
        visibleProperty().bind(Bindings.greaterThan(count, 0));
        managedProperty().bind(visibleProperty());
        setMouseTransparent(true);
    }

    private static String shown(int count) {
        return count > 99 ? "99+" : Integer.toString(count);
    }
}
