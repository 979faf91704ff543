package io.trunkline.desktop.settings;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.ShadeChoice;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;

/// Light, dark, or as the system: all three in sight, one pressed.
final class ShadeChooser extends SegmentedButton {
    ShadeChooser(SettingsViewModel model) {
        for (var choice : ShadeChoice.values()) {
            var button = new ToggleButton(Text.of(key(choice)));
            button.setSelected(choice == model.now().get().shade());
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.wear(choice);
            });
            getButtons().add(button);
        }
        setMinWidth(USE_PREF_SIZE);
    }

    private static String key(ShadeChoice choice) {
        return switch (choice) {
            case SYSTEM -> "settings.shade.system";
            case LIGHT -> "settings.shade.light";
            case DARK -> "settings.shade.dark";
        };
    }
}
