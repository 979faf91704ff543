package io.trunkline.desktop.recordings;

import io.trunkline.desktop.kit.control.ConditionPane;
import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.model.interaction.Interaction;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// The list of past interactions, the chosen one with its recordings beside it.
final class HistoryView extends HBox {
    HistoryView(HistoryViewModel model, PlayerViewModel player) {
        getStyleClass().add("history");
        getStylesheets().add(Theme.sheet(HistoryView.class, "recordings.css"));
        var list = new ListView<>(model.rows());
        list.setId("history");
        list.setAccessibleText(Text.of("history.list.name"));
        list.setCellFactory(_ -> new HistoryRow(model));
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> choose(model, chosen));
        var empty =
                new EmptyState(Material2AL.HISTORY, Text.of("history.empty.title"), Text.of("history.empty.sentence"));
        var pane = new ConditionPane(model.ticker(), list, empty, model::load);
        pane.conditionProperty().bind(model.condition());
        VBox.setVgrow(pane, Priority.ALWAYS);
        var left = new VBox(pane, more(model));
        setHgrow(left, Priority.ALWAYS);
        getChildren().addAll(left, new PlayerView(player, model.zone()));
    }

    private static void choose(HistoryViewModel model, @Nullable Interaction chosen) {
        if (chosen != null) {
            model.chosen().set(chosen);
        }
    }

    private static Button more(HistoryViewModel model) {
        var more = new Button(Text.of("history.more.name"));
        more.getStyleClass().add("flat");
        more.setMaxWidth(Double.MAX_VALUE);
        more.setOnAction(_ -> model.loadMore());
        more.visibleProperty().bind(model.more());
        more.managedProperty().bind(more.visibleProperty());
        return more;
    }
}
