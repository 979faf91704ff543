package io.trunkline.desktop.kit.theme;

import javafx.application.ColorScheme;
import javafx.application.Platform;

/// What the agent chose: a shade, or what the system has.
public enum ShadeChoice {
    SYSTEM,
    LIGHT,
    DARK;

    /// The shade it means now. On the FX thread.
    public Shade shade() {
        return switch (this) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Shade.DARK : Shade.LIGHT;
            case LIGHT -> Shade.LIGHT;
            case DARK -> Shade.DARK;
        };
    }
}
