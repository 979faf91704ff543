package io.trunkline.desktop;

import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.util.Duration;

/// A window for a wall: over the whole screen, not to be closed by accident, without a pointer while nobody moves it.
final class FullScreen {
    static final KeyCombination END = KeyCombination.valueOf("Ctrl+Alt+Q");
    private static final Duration REST = Duration.seconds(4);

    private FullScreen() {}

    /// From now on; `end` is called by [#END] alone.
    static void fill(Stage stage, Runnable end) {
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreen(true);
        stage.setOnCloseRequest(Event::consume);
        var scene = stage.getScene();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (END.match(event)) {
                event.consume();
                end.run();
            }
        });
        var rest = new PauseTransition(REST);
        rest.setOnFinished(_ -> scene.setCursor(Cursor.NONE));
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, _ -> {
            scene.setCursor(Cursor.DEFAULT);
            rest.playFromStart();
        });
        rest.play();
    }
}
