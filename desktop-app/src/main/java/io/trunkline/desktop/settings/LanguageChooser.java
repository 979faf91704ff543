package io.trunkline.desktop.settings;

import io.trunkline.desktop.kit.text.Text;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// The languages, each in its own words.
final class LanguageChooser extends ComboBox<Locale> {
    LanguageChooser(SettingsViewModel model) {
        getItems().setAll(Text.LANGUAGES);
        setValue(Text.locale().get());
        setAccessibleText(Text.of("settings.look.language"));
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Locale language) {
                var name = language.getDisplayLanguage(language);
                return name.substring(0, 1).toUpperCase(language) + name.substring(1);
            }

            @Override
            public Locale fromString(String text) {
                throw new UnsupportedOperationException("The choice is not typed");
            }
        });
        setOnAction(_ -> model.speak(getValue()));
    }
}
