package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.theme.Shade;
import java.util.ArrayList;
import javafx.event.Event;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;

class FullScreenTest {
    @Test
    void onlyItsOwnKeyEndsItAndThePointerRestsOutOfSight() {
        var ended = new ArrayList<String>();
        var stage = Fx.show(Shade.DARK, 800, 600, StackPane::new);
        Fx.run(() -> FullScreen.fill(stage, () -> ended.add("ended")));
        var root = stage.getScene().getRoot();

        Fx.press(root, KeyCode.ESCAPE);
        Fx.press(root, KeyCode.Q, KeyCode.CONTROL);
        Fx.press(root, KeyCode.F4, KeyCode.ALT);
        Fx.run(() -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        var showing = Fx.on(stage::isShowing);
        var full = Fx.on(stage::isFullScreen);
        assertThat(ended).isEmpty();

        Fx.until(() -> Cursor.NONE.equals(stage.getScene().getCursor()));
        Fx.run(() -> Event.fireEvent(stage.getScene(), moved()));
        var seen = Fx.on(() -> stage.getScene().getCursor());
        Fx.press(root, KeyCode.Q, KeyCode.CONTROL, KeyCode.ALT);
        Fx.close(stage);

        assertThat(showing).isTrue();
        assertThat(full).isTrue();
        assertThat(seen).isEqualTo(Cursor.DEFAULT);
        assertThat(ended).containsExactly("ended");
    }

    private static MouseEvent moved() {
        return new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                1,
                1,
                1,
                1,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                true,
                null);
    }
}
