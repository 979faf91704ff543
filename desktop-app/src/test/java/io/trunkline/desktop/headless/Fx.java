package io.trunkline.desktop.headless;

import io.trunkline.desktop.kit.Picture;
import io.trunkline.desktop.kit.theme.Shade;
import io.trunkline.desktop.kit.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Windows for tests, on a screen of 1920 by 1200 that nobody sees. Call from the test's own thread.
public final class Fx {
    private Fx() {}

    /// Runs on the FX thread and waits for the outcome.
    public static <T> T on(Callable<T> act) {
        start();
        return WaitForAsyncUtils.waitForAsyncFx(20_000, act);
    }

    /// Runs on the FX thread and waits until it and what it set off are done.
    public static void run(Runnable act) {
        start();
        WaitForAsyncUtils.waitForAsyncFx(20_000, act);
        settle();
    }

    /// Waits until the FX thread has nothing left to do and has drawn.
    public static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits for something that other threads bring about.
    public static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> on(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("It did not come to pass within 20 s", e);
        }
    }

    /// A shown window in a shade, with the kit's stylesheet; the caller closes it with [#close(Stage)].
    public static Stage show(Shade shade, double width, double height, Callable<? extends Parent> root) {
        var stage = on(() -> {
            Theme.wear(shade);
            var window = new Stage();
            window.setScene(Theme.dress(new Scene(root.call(), width, height)));
            window.show();
            return window;
        });
        settle();
        return stage;
    }

    public static void close(Stage stage) {
        run(stage::close);
    }

    /// Presses and releases a key on a node, as the keyboard would.
    public static void press(Node node, KeyCode key, KeyCode... held) {
        run(() -> {
            node.requestFocus();
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                var with = List.of(held);
                Event.fireEvent(
                        node,
                        new KeyEvent(
                                type,
                                "",
                                "",
                                key,
                                with.contains(KeyCode.SHIFT),
                                with.contains(KeyCode.CONTROL),
                                with.contains(KeyCode.ALT),
                                with.contains(KeyCode.META)));
            }
        });
    }

    /// What the window shows, pixel by pixel.
    public static int[] pixels(Stage stage) {
        settle();
        return on(() -> {
            var image = stage.getScene().snapshot(null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            var pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            return pixels;
        });
    }

    /// Saves what the window shows under `target/pictures`.
    public static Path picture(Stage stage, String name) {
        settle();
        var file = Path.of("target", "pictures", name + ".png");
        return on(() -> {
            try {
                Picture.save(stage.getScene(), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return file;
        });
    }

    private static void start() {
        try {
            if (!FxToolkit.isFXApplicationThreadRunning()) {
                FxToolkit.registerPrimaryStage();
                Platform.setImplicitExit(false);
            }
        } catch (TimeoutException e) {
            throw new AssertionError("The toolkit did not start", e);
        }
    }
}
