package io.trunkline.desktop.kit.control;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// A button of an icon alone. Its name is told on hover, together with its key, and to assistive technology.
public final class IconButton extends Button {
    private final @Nullable KeyCombination key;

    public IconButton(Ikon icon, String name, Runnable act) {
        this(icon, name, null, act);
    }

    /// `key` is only told here: whoever owns the screen listens for it.
    public IconButton(Ikon icon, String name, @Nullable KeyCombination key, Runnable act) {
        this.key = key;
        getStyleClass().addAll("icon-button", "flat");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnAction(_ -> act.run());
        show(icon, name);
    }

    /// Changes what it shows, as from *Mute* to *Unmute*.
    public void show(Ikon icon, String name) {
        setGraphic(Icons.large(icon));
        setAccessibleText(name);
        Hover.say(this, key == null ? name : name + "  " + Keys.shown(key));
    }
}
