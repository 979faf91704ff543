package io.trunkline.desktop.shell;

import io.trunkline.desktop.kit.control.WhileShown;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// 56 px at the top: the call while one lives, otherwise search; long work and presence at the right in any case.
final class TopBar extends HBox {
    private final HBox left = new HBox();

    TopBar(Frame frame) {
        getStyleClass().add("top-bar");
        left.getStyleClass().add("left");
        left.setMinWidth(0);
        setHgrow(left, Priority.ALWAYS);
        var presence = new PresenceControl(frame.presence(), frame.ticker());
        presence.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(left, frame.news().view().get(), new ActivityButton(frame.activities()), presence);
        left.setFillHeight(false);
        Node call = frame.callBar().view().get();
        Node search = frame.search().view().get();
        setHgrow(call, Priority.ALWAYS);
        setHgrow(search, Priority.ALWAYS);
        WhileShown.subscribe(
                this,
                () -> frame.callLives().subscribe(lives -> left.getChildren().setAll(lives ? call : search)));
    }
}
