package io.trunkline.desktop.inbox;

import io.trunkline.desktop.kit.control.EmptyState;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.model.InteractionId;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/// The work at hand. Rows stay where they are; the chosen one is marked.
final class WorkView extends VBox {
    private final WorkViewModel model;
    private final Ticker ticker;
    private final VBox rows = new VBox();
    private final Map<InteractionId, WorkRow> drawn = new LinkedHashMap<>();

    WorkView(WorkViewModel model, Ticker ticker) {
        this.model = model;
        this.ticker = ticker;
        getStyleClass().add("work");
        getStylesheets().add(Theme.sheet(WorkView.class, "inbox.css"));
        rows.getStyleClass().add("rows");
        var empty = new EmptyState(
                Material2AL.INBOX, Text.of("inbox.work.empty.title"), Text.of("inbox.work.empty.sentence"));
        empty.visibleProperty().bind(model.idle());
        empty.managedProperty().bind(empty.visibleProperty());
        getChildren().addAll(rows, empty);
        WhileShown.list(this, model.items(), this::draw);
        WhileShown.subscribe(this, () -> model.selected().subscribe(_ -> mark()));
    }

    private void draw() {
        drawn.clear();
        for (var item : model.items()) {
            drawn.put(
                    item.interaction(),
                    new WorkRow(item, ticker, () -> model.selected().set(item.interaction())));
        }
        rows.getChildren().setAll(drawn.values());
        mark();
    }

    private void mark() {
        drawn.forEach((interaction, row) ->
                row.choose(interaction.equals(model.selected().get())));
    }
}
