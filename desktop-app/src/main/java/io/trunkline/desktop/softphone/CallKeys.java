package io.trunkline.desktop.softphone;

import io.trunkline.desktop.os.ThisSystem;
import javafx.scene.input.KeyCombination;

/// The keys of a call, wherever in the window somebody is.
public record CallKeys(
        KeyCombination answer,
        KeyCombination decline,
        KeyCombination mute,
        KeyCombination hold,
        KeyCombination transfer,
        KeyCombination end) {

    /// Those of this computer.
    public static final CallKeys HERE = of(ThisSystem.isMac());

    /// On macOS ⌘M puts the window away and ⌘H hides the program before the program hears of it.
    static CallKeys of(boolean mac) {
        return new CallKeys(
                KeyCombination.valueOf("Shortcut+Shift+A"),
                KeyCombination.valueOf("Shortcut+Shift+D"),
                KeyCombination.valueOf(mac ? "Shortcut+Shift+M" : "Shortcut+M"),
                KeyCombination.valueOf(mac ? "Shortcut+Shift+H" : "Shortcut+H"),
                KeyCombination.valueOf("Shortcut+T"),
                KeyCombination.valueOf("Shortcut+E"));
    }
}
