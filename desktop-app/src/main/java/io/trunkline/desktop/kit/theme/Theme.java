package io.trunkline.desktop.kit.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// AtlantaFX Primer with the desktop's fonts, sizes and grid; light and dark are switched while running.
public final class Theme {
    private static final ReadOnlyObjectWrapper<Shade> SHADE = new ReadOnlyObjectWrapper<>(Shade.LIGHT);

    private Theme() {}

    /// Loads the fonts and puts on a shade; all open windows follow.
    public static void wear(Shade shade) {
        Fonts.load();
        Application.setUserAgentStylesheet(
                switch (shade) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
        SHADE.set(shade);
    }

    /// Whether any shade was put on yet.
    public static boolean worn() {
        return Application.getUserAgentStylesheet() != null;
    }

    public static ReadOnlyObjectProperty<Shade> shade() {
        return SHADE.getReadOnlyProperty();
    }

    /// Gives a scene the type scale, the grid and the kit's own controls. Each window needs it once.
    public static Scene dress(Scene scene) {
        scene.getStylesheets().add(sheet(Theme.class, "kit.css"));
        return scene;
    }

    /// Makes one part of a window dark in either shade, such as what is read across a room.
    public static void dark(Parent part) {
        part.getStyleClass().add("root");
        part.getStylesheets().add(new PrimerDark().getUserAgentStylesheet());
        part.getStylesheets().add(sheet(Theme.class, "kit.css"));
    }

    /// The address of a stylesheet beside a class, for `getStylesheets().add(…)` on the feature's own root node.
    public static String sheet(Class<?> beside, String name) {
        return Objects.requireNonNull(beside.getResource(name), () -> "No stylesheet " + name + " beside " + beside)
                .toExternalForm();
    }
}
