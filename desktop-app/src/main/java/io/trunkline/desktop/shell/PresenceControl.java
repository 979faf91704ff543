package io.trunkline.desktop.shell;

import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Keys;
import io.trunkline.desktop.kit.control.TimerLabel;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.look.AwayLook;
import io.trunkline.desktop.look.PresenceLook;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Shows what the agent is doing, since when and what comes after, and lets it be changed.
final class PresenceControl extends MenuButton {
    static final KeyCombination KEY = KeyCombination.valueOf("Shortcut+P");

    private final OwnPresence presence;
    private final StackPane dot = new StackPane();
    private final Label word = Type.BODY.of("", Type.STRONG);
    private final Label then = Type.BODY.of("", Type.MUTED);
    private final TimerLabel since;

    PresenceControl(OwnPresence presence, Ticker ticker) {
        this.presence = presence;
        since = TimerLabel.since(ticker);
        since.getStyleClass().add(Type.MUTED);
        getStyleClass().addAll("presence-control", "flat");
        setId("presence");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        var face = new HBox(dot, word, since, then);
        face.getStyleClass().add("face");
        setGraphic(face);
        then.managedProperty().bind(then.textProperty().isNotEmpty());
        Hover.say(this, Text.of("shell.presence.change") + "  " + Keys.shown(KEY));
        WhileShown.subscribe(
                this,
                () -> Subscription.combine(
                        presence.now().subscribe(_ -> tell()), presence.wish().subscribe(_ -> tell())));
        WhileShown.list(this, presence.awayReasons(), this::offer);
    }

    private void tell() {
        Presence now = presence.now().getValue();
        var look = PresenceLook.of(now.state());
        dot.getChildren().setAll(look.dot());
        word.setText(now.reason() == null ? look.text() : AwayLook.text(now.reason()));
        since.momentProperty().set(now.state() == PresenceState.OFFLINE ? null : now.since());
        var wish = presence.wish().getValue();
        then.setText(
                wish == null
                        ? ""
                        : Text.of("shell.presence.then", PresenceLook.of(wish).text()));
        setAccessibleText(Text.of("shell.presence.name", word.getText()) + " " + then.getText());
    }

    private void offer() {
        getItems().setAll(item(PresenceState.AVAILABLE, null));
        getItems().add(new SeparatorMenuItem());
        if (presence.awayReasons().isEmpty()) {
            getItems().add(item(PresenceState.AWAY, null));
        }
        presence.awayReasons().forEach(reason -> getItems().add(item(PresenceState.AWAY, reason)));
        getItems().addAll(new SeparatorMenuItem(), item(PresenceState.OFFLINE, null));
    }

    private MenuItem item(PresenceState state, @Nullable String reason) {
        var look = PresenceLook.of(state);
        var item = new MenuItem(reason == null ? look.text() : AwayLook.text(reason), look.dot());
        item.setOnAction(_ -> presence.choose(state, reason));
        return item;
    }
}
