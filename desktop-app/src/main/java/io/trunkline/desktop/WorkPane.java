package io.trunkline.desktop;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The left pane of the desk: offers on top, the work below, the dialer at the bottom; each always in its place.
final class WorkPane extends VBox {
    WorkPane(Node offers, Node work, Node dialer) {
        getStyleClass().add("work-column");
        var list = new VBox(offers, work);
        list.getStyleClass().add("list");
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Text.of("inbox.work.name"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, dialer);
        getStylesheets().add(Theme.sheet(WorkPane.class, "desk.css"));
    }
}
