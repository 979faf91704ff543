package io.trunkline.desktop.kit.control;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;

/// Below a list that is loaded page by page: asks for the next page; takes no room when there is none.
public final class MoreButton extends Button {
    public MoreButton(String text, ObservableBooleanValue more, Runnable load) {
        super(text);
        getStyleClass().add("flat");
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(_ -> load.run());
        visibleProperty().bind(more);
        managedProperty().bind(visibleProperty());
    }
}
