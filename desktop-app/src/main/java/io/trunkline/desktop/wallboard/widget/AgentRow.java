package io.trunkline.desktop.wallboard.widget;

import io.trunkline.desktop.kit.control.TimerLabel;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.look.AwayLook;
import io.trunkline.desktop.look.Look;
import io.trunkline.desktop.look.PresenceLook;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One agent: what they are doing and since when.
public final class AgentRow extends HBox {
    public AgentRow(Presence presence, Ticker ticker) {
        getStyleClass().add("agent-row");
        var look = PresenceLook.of(presence.state());
        var name = Type.BODY.line(presence.agent().name());
        setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var reason = presence.reason();
        var state = Type.LABEL.of(reason == null ? look.text() : AwayLook.text(reason));
        state.setMinWidth(USE_PREF_SIZE);
        var mark = Optional.ofNullable(reason)
                .filter(_ -> presence.state() == PresenceState.AWAY)
                .flatMap(AwayLook::mark);
        mark.ifPresentOrElse(
                of -> stress(state, of), () -> state.getStyleClass().add(Type.MUTED));
        var since = TimerLabel.since(ticker);
        since.getStyleClass().addAll(Type.LABEL.style(), Type.MUTED);
        since.momentProperty().set(presence.since());
        getChildren().addAll(look.dot(), name, state, since);
    }

    /// Somebody should look after an agent whom the system sent away.
    private static void stress(Label state, Look of) {
        state.setGraphic(of.small());
        state.getStyleClass().addAll(Type.STRONG, of.style());
    }
}
