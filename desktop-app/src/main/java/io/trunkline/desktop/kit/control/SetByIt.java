package io.trunkline.desktop.kit.control;

import io.trunkline.desktop.kit.text.Text;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.material2.Material2AL;

/// Stands beside what whoever sits here cannot change, because whoever looks after the computer has set it.
public final class SetByIt extends HBox {
    public SetByIt() {
        getStyleClass().add("set-by-it");
        var words = Type.LABEL.of(Text.of("kit.managed.name"), Type.MUTED);
        words.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Icons.small(Material2AL.LOCK), words);
        setMinWidth(USE_PREF_SIZE);
    }
}
