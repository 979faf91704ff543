package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Chooses one of the devices that are connected, or the system's own choice. One that was chosen and is gone stays in
/// sight with a word about it.
final class SoundChooser extends ComboBox<String> {
    private final ObservableList<String> connected;
    private boolean drawing;

    SoundChooser(
            String id,
            String name,
            ObservableList<String> connected,
            ObservableValue<String> chosen,
            Consumer<String> choose) {
        this.connected = connected;
        setId(id);
        setAccessibleText(name);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String device) {
                return said(device);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("The choice is not typed");
            }
        });
        setButtonCell(new Shown());
        WhileShown.list(this, connected, () -> draw(chosen.getValue()));
        WhileShown.subscribe(this, () -> chosen.subscribe(this::draw));
        setOnAction(_ -> {
            var now = getValue();
            if (!drawing && now != null) {
                choose.accept(now);
            }
        });
    }

    private void draw(String chosen) {
        List<String> all = new ArrayList<>();
        all.add("");
        all.addAll(connected);
        if (!all.contains(chosen)) {
            all.add(chosen);
        }
        Hover.say(this, said(chosen));
        drawing = true;
        // another list, not another content: a list that changes keeps the place of a choice, where another device may
        // stand by now
        if (!getItems().equals(all)) {
            setItems(FXCollections.observableArrayList(all));
        }
        getSelectionModel().select(all.indexOf(chosen));
        drawing = false;
    }

    /// A long name ends in an ellipsis; all of it stands on hover.
    private final class Shown extends ListCell<String> {
        Shown() {
            getStyleClass().add("may-shorten");
        }

        @Override
        protected void updateItem(@Nullable String device, boolean empty) {
            super.updateItem(device, empty);
            setText(empty ? "" : said(device));
        }
    }

    private String said(@Nullable String device) {
        if (device == null || device.isEmpty()) {
            return Text.of("softphone.sound.system");
        }
        return connected.contains(device) ? device : Text.of("softphone.sound.gone", device);
    }
}
