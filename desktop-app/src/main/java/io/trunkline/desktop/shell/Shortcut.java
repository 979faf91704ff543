package io.trunkline.desktop.shell;

import javafx.scene.input.KeyCombination;

/// A key of the whole window. `group` and `name` are text keys, for the overview.
public record Shortcut(KeyCombination key, String group, String name, Runnable act) {
    public static Shortcut of(String key, String group, String name, Runnable act) {
        return new Shortcut(KeyCombination.valueOf(key), group, name, act);
    }
}
