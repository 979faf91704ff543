package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.Icons;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/// Says for as long as it is so why whoever answers now would not be heard.
final class UnheardNote extends VBox {
    UnheardNote(ObservableValue<Boolean> shown, String key) {
        getStyleClass().add("unheard-note");
        getStylesheets().add(Theme.sheet(UnheardNote.class, "softphone.css"));
        Label words = Type.LABEL.wrapped(Text.of(key));
        words.setGraphic(Icons.small(Material2MZ.SYNC_PROBLEM));
        getChildren().add(words);
        WhileShown.subscribe(
                this,
                () -> shown.subscribe(on -> {
                    setVisible(on);
                    setManaged(on);
                }));
    }
}
