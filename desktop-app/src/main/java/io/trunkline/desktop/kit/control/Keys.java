package io.trunkline.desktop.kit.control;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;

/// How a key is told to people.
public final class Keys {
    private Keys() {}

    /// "Ctrl+Enter", as the platform writes it.
    public static String shown(KeyCombination key) {
        return key.getDisplayText();
    }

    /// A button of words whose key stands in its tooltip.
    public static Button button(String words, KeyCombination key, Runnable act) {
        var button = new Button(words);
        button.setOnAction(_ -> act.run());
        Hover.say(button, words + "  " + shown(key));
        return button;
    }
}
