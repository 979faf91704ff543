package io.trunkline.desktop.transfers;

import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.look.PresenceLook;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A queue with who waits and who is free in it, or an agent with their presence; and the verb.
final class TargetRow extends ListCell<Target> {
    private final TransferViewModel model;

    TargetRow(TransferViewModel model) {
        this.model = model;
        getStyleClass().add("target-row");
    }

    @Override
    protected void updateItem(@Nullable Target target, boolean empty) {
        super.updateItem(target, empty);
        setText(null);
        setGraphic(target == null || empty ? null : row(target));
    }

    private HBox row(Target target) {
        var name = Type.BODY.line(target.name(), Type.STRONG);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var act = new Button(Text.of("transfers.act.verb"));
        act.setAccessibleText(Text.of("transfers.act.name", target.name()));
        act.setMinWidth(USE_PREF_SIZE);
        act.setOnAction(_ -> model.to(target));
        var row = new HBox(name, state(target), act);
        row.getStyleClass().add("face");
        row.maxWidthProperty().bind(getListView().widthProperty().subtract(32));
        return row;
    }

    private static Node state(Target target) {
        var presence = target.presence();
        var figures = target.figures();
        Label label = Type.BODY.of("", Type.MUTED);
        label.setMinWidth(USE_PREF_SIZE);
        if (presence != null) {
            var look = PresenceLook.of(presence);
            label.setText(look.text());
            label.setGraphic(look.dot());
        } else if (figures != null) {
            label.setText(Text.of("transfers.queue.counts", figures.waiting(), figures.agentsAvailable()));
        }
        return label;
    }
}
