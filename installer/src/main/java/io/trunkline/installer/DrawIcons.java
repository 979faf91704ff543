package io.trunkline.installer;

import io.trunkline.desktop.kit.control.AppMark;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/// Draws the program's sign as the desktop itself does and writes it as `trunkline.ico`, `trunkline.icns` and
/// `trunkline.png`. Needs no
/// display.
///
/// Arguments: the folder to write to.
final class DrawIcons {
    private static final List<Integer> EDGES = List.of(16, 20, 24, 32, 40, 48, 64, 128, 256, 512, 1024);
    private static final int LARGEST_OF_WINDOWS = 256;
    private static final int OF_LINUX = 512;
    /// The edge that the mark is drawn with.
    private static final double DRAWN = 40;

    private DrawIcons() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var pictures = draw();
        Platform.exit();
        Files.write(
                folder.resolve("trunkline.ico"),
                IconFiles.ico(pictures.values().stream()
                        .filter(picture -> picture.edge() <= LARGEST_OF_WINDOWS)
                        .toList()));
        Files.write(folder.resolve("trunkline.icns"), IconFiles.icns(pictures));
        for (var picture : pictures.values()) {
            if (picture.edge() == OF_LINUX) {
                Files.write(folder.resolve("trunkline.png"), IconFiles.png(picture));
            }
        }
        System.out.println("Icons: " + folder);
    }

    /// By their edge, in the order of their size.
    static Map<Integer, IconFiles.Picture> draw() {
        System.setProperty("glass.platform", "WideHeadless");
        System.setProperty("prism.order", "sw");
        var drawn = new CompletableFuture<Map<Integer, IconFiles.Picture>>();
        Runnable draw = () -> {
            try {
                Theme.wear(Shade.LIGHT);
                Map<Integer, IconFiles.Picture> pictures = new LinkedHashMap<>();
                EDGES.forEach(edge -> pictures.put(edge, picture(edge)));
                drawn.complete(pictures);
            } catch (RuntimeException e) {
                drawn.completeExceptionally(e);
            }
        };
        Platform.setImplicitExit(false);
        try {
            Platform.startup(draw);
        } catch (IllegalStateException _) {
            // it runs since another drawing
            Platform.runLater(draw);
        }
        return drawn.join();
    }

    private static IconFiles.Picture picture(int edge) {
        var mark = new AppMark();
        Theme.dress(new Scene(mark, Color.TRANSPARENT));
        mark.applyCss();
        mark.layout();
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(edge / DRAWN, edge / DRAWN));
        var image = mark.snapshot(parameters, null);
        var argb = new int[edge * edge];
        image.getPixelReader().getPixels(0, 0, edge, edge, PixelFormat.getIntArgbInstance(), argb, 0, edge);
        return new IconFiles.Picture(edge, argb);
    }
}
