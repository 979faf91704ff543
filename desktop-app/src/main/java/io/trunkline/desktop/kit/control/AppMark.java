package io.trunkline.desktop.kit.control;

import io.trunkline.desktop.kit.theme.Theme;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;
import org.kordamp.ikonli.material2.Material2AL;

/// The program's sign: a headset on the accent colour.
public final class AppMark extends StackPane {
    private static final double DRAWN = 40;

    public AppMark() {
        getStyleClass().add("app-mark");
        getChildren().add(Icons.large(Material2AL.HEADSET_MIC));
    }

    /// As a picture, in the colours of the moment. On the FX thread.
    public static Image image(int size) {
        var mark = new AppMark();
        Theme.dress(new Scene(mark));
        mark.applyCss();
        mark.layout();
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(size / DRAWN, size / DRAWN));
        return mark.snapshot(parameters, null);
    }
}
