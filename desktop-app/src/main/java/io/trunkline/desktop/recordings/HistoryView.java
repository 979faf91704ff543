package io.trunkline.desktop.recordings;

import io.trunkline.desktop.kit.control.ConditionPane;
import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.control.KeyedList;
import io.trunkline.desktop.kit.control.MoreButton;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.model.interaction.Interaction;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/// The list of past interactions, the chosen one with its recordings beside it.
final class HistoryView extends HBox {
    HistoryView(HistoryViewModel model, PlayerViewModel player) {
        getStyleClass().add("history");
        getStylesheets().add(Theme.sheet(HistoryView.class, "recordings.css"));
        var list = new KeyedList<>(model.list().rows(), Interaction::id);
        list.setId("history");
        list.setAccessibleText(Text.of("history.list.name"));
        list.setCellFactory(_ -> new HistoryRow(model));
        list.onChosen(model.chosen()::set);
        var empty =
                new EmptyState(Material2AL.HISTORY, Text.of("history.empty.title"), Text.of("history.empty.sentence"));
        var pane = new ConditionPane(model.ticker(), list, empty, model.list()::load);
        pane.conditionProperty().bind(model.list().condition());
        VBox.setVgrow(pane, Priority.ALWAYS);
        var more = new MoreButton(Text.of("history.more.name"), model.list().more(), model.list()::loadMore);
        var left = new VBox(Type.TITLE.of(Text.of("history.page.title"), "page-title"), columns(model), pane, more);
        setHgrow(left, Priority.ALWAYS);
        getChildren().addAll(left, new PlayerView(player, model.zone()));
    }

    /// What stands in which column; nothing where there is no row.
    private static HBox columns(HistoryViewModel model) {
        var columns = HistoryRow.names();
        columns.visibleProperty().bind(Bindings.isNotEmpty(model.list().rows()));
        columns.managedProperty().bind(columns.visibleProperty());
        return columns;
    }
}
