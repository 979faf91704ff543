package io.trunkline.desktop.updates;

import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Icons;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import java.util.Optional;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2MZ;

/// A quiet button in the top bar while there is a newer program; takes no room otherwise.
final class UpdateNotice extends Button {
    UpdateNotice(UpdatesViewModel model) {
        setId("update-notice");
        getStyleClass().addAll("update-notice", "flat");
        setGraphic(Icons.small(Material2MZ.SYSTEM_UPDATE_ALT));
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> model.get());
        WhileShown.subscribe(this, () -> model.newer().subscribe(this::show));
    }

    private void show(Optional<Newer> newer) {
        setVisible(newer.isPresent());
        setManaged(newer.isPresent());
        newer.ifPresent(each -> {
            setText(Text.of("updates.notice.get", each.version()));
            setAccessibleText(getText());
            setDisable(each.where().isEmpty());
            Hover.say(
                    this,
                    each.where()
                            .map(at -> Text.of("updates.notice.hover", at.address()))
                            .orElseGet(() -> Text.of("updates.notice.ask")));
        });
    }
}
