package io.trunkline.desktop.inbox;

import io.trunkline.desktop.kit.control.ConditionPane;
import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.control.KeyedList;
import io.trunkline.desktop.kit.control.MoreButton;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.model.message.MessageThread;
import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2AL;

/// All threads at the left, the chosen one beside them.
final class InboxView extends HBox {
    InboxView(ThreadsViewModel model, ThreadViewModel thread, Ticker ticker, ZoneId zone) {
        getStyleClass().add("inbox");
        getStylesheets().add(Theme.sheet(InboxView.class, "inbox.css"));
        var list = new KeyedList<>(model.list().rows(), MessageThread::id);
        list.setId("threads");
        list.setAccessibleText(Text.of("inbox.threads.name"));
        list.setCellFactory(_ -> new ThreadRow(ticker, zone));
        list.onChosen(chosen -> model.chosen().set(chosen.id()));
        WhileShown.subscribe(list, () -> model.chosen().subscribe(list::point));
        var empty = new EmptyState(
                Material2AL.CHAT_BUBBLE_OUTLINE,
                Text.of("inbox.threads.empty.title"),
                Text.of("inbox.threads.empty.sentence"));
        var pane = new ConditionPane(ticker, list, empty, model.list()::load);
        pane.conditionProperty().bind(model.list().condition());
        VBox.setVgrow(pane, Priority.ALWAYS);
        var more = new MoreButton(Text.of("inbox.threads.more"), model.list().more(), model.list()::loadMore);
        var left = new VBox(Type.TITLE.of(Text.of("inbox.page.title"), "page-title"), pane, more);
        left.getStyleClass().add("threads");
        var middle = new ThreadView(thread);
        VBox.setVgrow(middle, Priority.ALWAYS);
        var composer = new Composer(thread);
        composer.visibleProperty().bind(thread.thread().isNotNull());
        composer.managedProperty().bind(composer.visibleProperty());
        var right = new VBox(head(model), middle, composer);
        setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
    }

    /// Who it is that writes.
    private static Label head(ThreadsViewModel model) {
        var name = Type.TITLE.line("", "thread-head");
        name.setMaxWidth(Double.MAX_VALUE);
        WhileShown.subscribe(
                name,
                () -> Subscription.combine(
                        model.chosen().subscribe(_ -> show(name, model)),
                        model.list().rows().subscribe(() -> show(name, model))));
        return name;
    }

    private static void show(Label name, ThreadsViewModel model) {
        name.setText(model.contact().map(Numbers::shown).orElse(""));
        name.setVisible(!name.getText().isEmpty());
        name.setManaged(name.isVisible());
    }
}
