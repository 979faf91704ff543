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

/// Says that the carrier does not take this computer's voice now, before somebody answers and is not heard.
final class CarrierNote extends VBox {
    CarrierNote(ObservableValue<Boolean> unreachable) {
        getStyleClass().add("carrier-note");
        getStylesheets().add(Theme.sheet(CarrierNote.class, "softphone.css"));
        Label words = Type.LABEL.wrapped(Text.of("softphone.line.unreachable"));
        words.setGraphic(Icons.small(Material2MZ.SYNC_PROBLEM));
        getChildren().add(words);
        WhileShown.subscribe(
                this,
                () -> unreachable.subscribe(on -> {
                    setVisible(on);
                    setManaged(on);
                }));
    }
}
