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
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;

/// Draws the program's sign as the desktop itself does and writes it as `trunkline.ico`, `trunkline.icns` and
/// `trunkline.png`. Needs no display.
///
/// Arguments: the folder to write to.
public final class DrawIcons {
    private static final List<Integer> EDGES = List.of(16, 20, 24, 32, 40, 48, 64, 128, 256, 512, 1024);
    private static final int LARGEST_OF_WINDOWS = 256;
    private static final int OF_LINUX = 512;

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

    /// The sign as PNG, by its edge.
    public static Map<Integer, byte[]> pngs() throws IOException {
        Map<Integer, byte[]> all = new LinkedHashMap<>();
        for (var picture : draw().values()) {
            all.put(picture.edge(), IconFiles.png(picture));
        }
        return all;
    }

    /// The sign as SVG.
    public static String svg() {
        return onPlatform(AppMark::svg);
    }

    /// By their edge, in the order of their size.
    static Map<Integer, IconFiles.Square> draw() {
        return onPlatform(() -> {
            Map<Integer, IconFiles.Square> pictures = new LinkedHashMap<>();
            EDGES.forEach(edge -> pictures.put(edge, picture(edge)));
            return pictures;
        });
    }

    private static <T> T onPlatform(Supplier<T> drawing) {
        System.setProperty("glass.platform", "WideHeadless");
        System.setProperty("prism.order", "sw");
        var drawn = new CompletableFuture<T>();
        Runnable draw = () -> {
            try {
                Theme.wear(Shade.LIGHT);
                drawn.complete(drawing.get());
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

    private static IconFiles.Square picture(int edge) {
        var argb = new int[edge * edge];
        AppMark.image(edge)
                .getPixelReader()
                .getPixels(0, 0, edge, edge, PixelFormat.getIntArgbInstance(), argb, 0, edge);
        return new IconFiles.Square(edge, argb);
    }
}
