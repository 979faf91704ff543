package io.trunkline.desktop.os;

import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.theme.Theme;
import javafx.animation.PauseTransition;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.util.Duration;

/// Notices at the lower right corner of the screen, for systems without a tray. A newer one takes the place of the
/// older.
final class CornerNotices implements Notices {
    private static final Duration SHOWN = Duration.seconds(8);
    private static final double WIDTH = 360;
    private static final double GAP = 16;

    private final Front front;
    private final Popup popup = new Popup();
    private final PauseTransition patience = new PauseTransition(SHOWN);

    CornerNotices(Front front) {
        this.front = front;
        patience.setOnFinished(_ -> popup.hide());
        Theme.dress(popup.getScene());
    }

    @Override
    public void tell(String title, String sentence, Runnable chosen) {
        if (!front.stage().isShowing()) {
            return;
        }
        popup.hide();
        popup.getContent().setAll(card(title, sentence, chosen));
        popup.show(front.stage());
        var room = Screen.getPrimary().getVisualBounds();
        popup.setX(room.getMaxX() - WIDTH - GAP);
        popup.setY(room.getMaxY() - popup.getHeight() - GAP);
        patience.playFromStart();
    }

    @Override
    public void close() {
        patience.stop();
        popup.hide();
    }

    private VBox card(String title, String sentence, Runnable chosen) {
        var card = new VBox(Type.BODY.line(title, Type.STRONG), Type.BODY.line(sentence));
        card.getStyleClass().add("notice");
        card.setMinWidth(WIDTH);
        card.setMaxWidth(WIDTH);
        card.setOnMouseClicked(_ -> {
            popup.hide();
            front.raise();
            chosen.run();
        });
        return card;
    }
}
