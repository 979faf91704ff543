package io.trunkline.desktop.inbox;

import io.trunkline.desktop.kit.control.ConditionPane;
import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.model.message.MessageThread;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// All threads at the left, the chosen one beside them.
final class InboxView extends HBox {
    InboxView(ThreadsViewModel model, ThreadViewModel thread, Ticker ticker, ZoneId zone) {
        getStyleClass().add("inbox");
        getStylesheets().add(Theme.sheet(InboxView.class, "inbox.css"));
        var list = new ListView<>(model.threads());
        list.setId("threads");
        list.setAccessibleText(Text.of("inbox.threads.name"));
        list.setCellFactory(_ -> new ThreadRow(ticker, zone));
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> choose(model, chosen));
        var empty = new EmptyState(
                Material2AL.CHAT_BUBBLE_OUTLINE,
                Text.of("inbox.threads.empty.title"),
                Text.of("inbox.threads.empty.sentence"));
        var pane = new ConditionPane(ticker, list, empty, model::load);
        pane.conditionProperty().bind(model.condition());
        VBox.setVgrow(pane, Priority.ALWAYS);
        var left = new VBox(pane, more(model));
        left.getStyleClass().add("threads");
        var middle = new ThreadView(thread);
        VBox.setVgrow(middle, Priority.ALWAYS);
        var right = new VBox(middle, new Composer(thread));
        setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
    }

    /// A new order of the list empties the selection for a moment, which is no choice.
    private static void choose(ThreadsViewModel model, @Nullable MessageThread chosen) {
        if (chosen != null) {
            model.chosen().set(chosen.id());
        }
    }

    private static Button more(ThreadsViewModel model) {
        var more = new Button(Text.of("inbox.threads.more"));
        more.getStyleClass().add("flat");
        more.setMaxWidth(Double.MAX_VALUE);
        more.setOnAction(_ -> model.loadMore());
        more.visibleProperty().bind(model.more());
        more.managedProperty().bind(more.visibleProperty());
        return more;
    }
}
