package io.trunkline.desktop.kit.work;

import javafx.application.Platform;

/// For callers from outside, such as the tray or a second start of the program, that must reach a window.
public final class FxThread {
    private FxThread() {}

    /// Runs on the FX thread: now if this is it, otherwise soon.
    public static void run(Runnable act) {
        if (Platform.isFxApplicationThread()) {
            act.run();
        } else {
            Platform.runLater(act);
        }
    }

    /// Runs on the FX thread when it is done with what it does now, also where this is that thread.
    public static void later(Runnable act) {
        Platform.runLater(act);
    }
}
