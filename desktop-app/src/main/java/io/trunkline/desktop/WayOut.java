package io.trunkline.desktop;

import io.trunkline.desktop.kit.control.Keys;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.theme.Theme;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// Tells for a moment the one key that ends a screen on a wall.
final class WayOut extends StackPane {
    private static final Duration TOLD = Duration.seconds(8);

    private WayOut() {
        setId("way-out");
        setMouseTransparent(true);
        getStylesheets().add(Theme.sheet(WayOut.class, "kiosk.css"));
        var words = Type.BODY.of(Text.of("shell.kiosk.end", Keys.shown(FullScreen.END)), "way-out");
        StackPane.setAlignment(words, Pos.BOTTOM_CENTER);
        getChildren().add(words);
        var rest = new PauseTransition(TOLD);
        rest.setOnFinished(_ -> setVisible(false));
        rest.play();
    }

    static StackPane over(Node page) {
        return new StackPane(page, new WayOut());
    }
}
