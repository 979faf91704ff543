package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.IconButton;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.look.PresenceLook;
import io.trunkline.model.presence.Presence;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// A colleague with what they are doing, and the verb.
final class ColleagueRow extends ListCell<Presence> {
    private final Consumer<Presence> call;

    ColleagueRow(Consumer<Presence> call) {
        this.call = call;
        getStyleClass().add("colleague-row");
    }

    @Override
    protected void updateItem(@Nullable Presence colleague, boolean empty) {
        super.updateItem(colleague, empty);
        setText(null);
        setGraphic(colleague == null || empty ? null : row(colleague));
    }

    private HBox row(Presence of) {
        var look = PresenceLook.of(of.state());
        var name = Type.BODY.line(of.agent().name());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var state = Type.LABEL.of(look.text(), Type.MUTED);
        state.setMinWidth(USE_PREF_SIZE);
        var act = new IconButton(
                Material2AL.CALL,
                Text.of("softphone.colleagues.call", of.agent().name()),
                () -> call.accept(of));
        var row = new HBox(look.dot(), name, state, act);
        row.getStyleClass().add("face");
        row.maxWidthProperty().bind(getListView().widthProperty().subtract(32));
        return row;
    }
}
