package io.trunkline.desktop.kit.control;

import io.trunkline.desktop.kit.theme.Theme;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Transform;

/// The program's sign: a headset on the accent colour. The one drawing of it, from which packages' icons come too.
public final class AppMark extends StackPane {
    /// The edge of the square in which it is drawn.
    private static final double DRAWN = 40;

    private static final List<String> HEADSET = List.of(
            "M8 24v-6a12 12 0 0 1 24 0v6h-3v-6a9 9 0 0 0-18 0v6z",
            "M10 19h2.5a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5H10a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2z",
            "M30 19h-2.5a1.5 1.5 0 0 0-1.5 1.5v6a1.5 1.5 0 0 0 1.5 1.5H30a2 2 0 0 0 2-2v-5a2 2 0 0 0-2-2z",
            "M29.5 24H32v5.5a4 4 0 0 1-4 4h-6V31h6a1.5 1.5 0 0 0 1.5-1.5z",
            "M20 30.5h3a1.75 1.75 0 0 1 0 3.5h-3a1.75 1.75 0 0 1 0-3.5z");

    private final List<SVGPath> headset = HEADSET.stream().map(AppMark::shape).toList();

    public AppMark() {
        getStyleClass().add("app-mark");
        var sign = new Group();
        sign.getChildren().addAll(headset);
        sign.setManaged(false);
        getChildren().add(sign);
    }

    /// As a picture, in the colours of the moment, clear around its corners. On the FX thread.
    public static Image image(int size) {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(size / DRAWN, size / DRAWN));
        return dressed().snapshot(parameters, null);
    }

    /// As a picture of any size, in the colours of the moment. On the FX thread.
    public static String svg() {
        var mark = dressed();
        var ground = mark.getBackground().getFills().getFirst();
        var shapes = mark.headset.stream()
                .map(each -> "  <path fill=\"%s\" d=\"%s\"/>%n".formatted(hex(each.getFill()), each.getContent()))
                .collect(Collectors.joining());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40" role="img" aria-label="Trunkline">
                  <rect width="40" height="40" rx="%.0f" fill="%s"/>
                %s</svg>
                """.formatted(ground.getRadii().getTopLeftHorizontalRadius(), hex(ground.getFill()), shapes);
    }

    private static AppMark dressed() {
        var mark = new AppMark();
        Theme.dress(new Scene(mark, Color.TRANSPARENT));
        mark.applyCss();
        mark.layout();
        return mark;
    }

    private static SVGPath shape(String content) {
        var path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add("shape");
        return path;
    }

    /// `#0969da`; what is not of one colour has none.
    private static String hex(Paint paint) {
        return "#" + String.valueOf(paint).substring(2, 8);
    }
}
