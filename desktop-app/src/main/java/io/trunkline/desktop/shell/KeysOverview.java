package io.trunkline.desktop.shell;

import io.trunkline.desktop.kit.control.IconButton;
import io.trunkline.desktop.kit.control.Keys;
import io.trunkline.desktop.kit.control.Overlay;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/// All keys of the window on one sheet, group by group. Esc closes it.
final class KeysOverview extends VBox {
    KeysOverview(Shortcuts shortcuts, Overlay over) {
        getStyleClass().add("sheet");
        setMaxSize(480, 600);
        var head = new BorderPane();
        var title = Type.TITLE.of(Text.of("shell.keys.title"));
        BorderPane.setAlignment(title, Pos.CENTER_LEFT);
        head.setLeft(title);
        head.setRight(new IconButton(
                Material2AL.CLOSE, Text.of("shell.keys.close"), KeyCombination.valueOf("Esc"), over::hide));
        var list = new ScrollPane(groups(shortcuts));
        list.setFitToWidth(true);
        list.setFocusTraversable(false);
        setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
    }

    private static VBox groups(Shortcuts shortcuts) {
        var groups = shortcuts.all().stream()
                .collect(Collectors.groupingBy(Shortcut::group, LinkedHashMap::new, Collectors.toList()));
        var box = new VBox();
        box.getStyleClass().add("groups");
        groups.forEach((group, keys) -> {
            var grid = new GridPane();
            grid.getStyleClass().add("keys");
            grid.getColumnConstraints().addAll(new ColumnConstraints(), right());
            for (int i = 0; i < keys.size(); i++) {
                var key = Type.BODY.of(Keys.shown(keys.get(i).key()), "key-cap");
                grid.addRow(i, Type.BODY.of(Text.of(keys.get(i).name())), key);
            }
            box.getChildren().addAll(Type.LABEL.of(Text.of(group), Type.STRONG, Type.MUTED), grid);
        });
        return box;
    }

    private static ColumnConstraints right() {
        var right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        right.setHalignment(HPos.RIGHT);
        return right;
    }
}
