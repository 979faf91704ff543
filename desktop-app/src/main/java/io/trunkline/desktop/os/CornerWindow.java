package io.trunkline.desktop.os;

import io.trunkline.desktop.kit.theme.Theme;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// A small window over other programs, at the lower right corner of the screen: for an offer while the agent looks
/// elsewhere.
public final class CornerWindow {
    private static final double WIDTH = 360;
    private static final double GAP = 16;

    private Optional<Stage> shown = Optional.empty();

    /// Shows it in place of any other.
    public void show(String title, Parent content) {
        hide();
        var stage = new Stage(StageStyle.UNDECORATED);
        stage.setTitle(title);
        stage.setAlwaysOnTop(true);
        stage.setScene(Theme.dress(new Scene(content)));
        stage.setWidth(WIDTH);
        shown = Optional.of(stage);
        stage.show();
        var room = Screen.getPrimary().getVisualBounds();
        stage.setX(room.getMaxX() - WIDTH - GAP);
        stage.setY(room.getMaxY() - stage.getHeight() - GAP);
    }

    public void hide() {
        shown.ifPresent(Stage::hide);
        shown = Optional.empty();
    }

    /// What it shows, for tests.
    Optional<Node> content() {
        return shown.map(stage -> stage.getScene().getRoot());
    }
}
