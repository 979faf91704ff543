package io.trunkline.installer.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;

/// The program's sign in the sizes that desktops ask for, drawn from the SVG by JavaFX, which needs no display for it.
final class Icons {
    private static final String NAME = "trunkline-desktop";
    private static final List<Integer> EDGES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    private static final Pattern GROUND = Pattern.compile("<rect [^>]*rx=\"(\\d+)\"[^>]*fill=\"(#\\w+)\"");
    private static final Pattern SHAPE = Pattern.compile("<path [^>]*fill=\"(#\\w+)\"[^>]*\\sd=\"([^\"]+)\"");
    private static final double DRAWN = 40;

    private Icons() {}

    static void draw(Path svg, Path folder) throws IOException {
        Trees.copy(svg, folder.resolve("scalable/apps").resolve(NAME + ".svg"));
        var text = Files.readString(svg);
        onPlatform(() -> {
            for (var edge : EDGES) {
                var file = folder.resolve("%dx%d/apps".formatted(edge, edge)).resolve(NAME + ".png");
                Files.createDirectories(file.getParent());
                Files.write(file, png(text, edge));
            }
        });
    }

    private static byte[] png(String svg, int edge) throws IOException {
        var group = new Group();
        var ground = GROUND.matcher(svg);
        while (ground.find()) {
            var square = new Rectangle(DRAWN, DRAWN, Color.web(ground.group(2)));
            square.setArcWidth(2 * Double.parseDouble(ground.group(1)));
            square.setArcHeight(square.getArcWidth());
            group.getChildren().add(square);
        }
        var shape = SHAPE.matcher(svg);
        while (shape.find()) {
            var path = new SVGPath();
            path.setContent(shape.group(2));
            path.setFill(Color.web(shape.group(1)));
            group.getChildren().add(path);
        }
        if (group.getChildren().size() < 2) {
            throw new PackagingFault("The icon has no ground or no shape that could be drawn");
        }
        var scene = new Scene(group, Color.TRANSPARENT);
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(edge / DRAWN, edge / DRAWN));
        return io.trunkline.desktop.kit.Picture.png(scene.getRoot().snapshot(parameters, null));
    }

    private interface Drawing {
        void run() throws IOException;
    }

    private static void onPlatform(Drawing drawing) {
        var failed = new AtomicReference<@Nullable Exception>();
        var done = new CountDownLatch(1);
        Runnable draw = () -> {
            try {
                drawing.run();
            } catch (IOException | RuntimeException e) {
                failed.set(e);
            } finally {
                done.countDown();
            }
        };
        start(draw);
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var why = failed.get();
        if (why != null) {
            throw new IllegalStateException("The icon can't be drawn", why);
        }
    }

    private static void start(Runnable draw) {
        System.setProperty("glass.platform", "WideHeadless");
        System.setProperty("prism.order", "sw");
        Platform.setImplicitExit(false);
        try {
            Platform.startup(draw);
        } catch (IllegalStateException _) {
            // it runs since the last drawing
            Platform.runLater(draw);
        }
    }
}
