package io.trunkline.desktop.settings;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.ShadeChoice;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// Light, dark, or as the system.
final class ShadeChooser extends ComboBox<ShadeChoice> {
    ShadeChooser(SettingsViewModel model) {
        getItems().setAll(ShadeChoice.values());
        setValue(model.now().get().shade());
        setAccessibleText(Text.of("settings.look.shade"));
        setConverter(new StringConverter<>() {
            @Override
            public String toString(ShadeChoice choice) {
                return Text.of(
                        switch (choice) {
                            case SYSTEM -> "settings.shade.system";
                            case LIGHT -> "settings.shade.light";
                            case DARK -> "settings.shade.dark";
                        });
            }

            @Override
            public ShadeChoice fromString(String text) {
                throw new UnsupportedOperationException("The choice is not typed");
            }
        });
        valueProperty().subscribe(model::wear);
    }
}
