package io.trunkline.desktop.inbox;

import io.trunkline.desktop.kit.control.Badge;
import io.trunkline.desktop.kit.control.TimerLabel;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.look.ChannelLook;
import io.trunkline.desktop.look.ReservationLook;
import io.trunkline.model.interaction.ReservationState;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One piece of work as a row: channel, contact, last words, timer.
final class WorkRow extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    WorkRow(WorkItem item, Ticker ticker, Runnable choose) {
        getStyleClass().add("work-row");
        setId("work-" + item.interaction());
        var name = Type.BODY.line(item.contact(), Type.STRONG);
        var line = Type.LABEL.line(item.line(), Type.MUTED);
        var words = new VBox(name, line);
        words.setMinWidth(0);
        setHgrow(words, Priority.ALWAYS);
        var timer = item.countsDown() ? TimerLabel.until(ticker) : TimerLabel.since(ticker);
        timer.momentProperty().set(item.since());
        var look = item.state() == ReservationState.WRAPPING
                ? ReservationLook.of(item.state())
                : ChannelLook.of(item.channel());
        var badge = new Badge(new SimpleIntegerProperty(item.unread()));
        badge.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(look.small(), words, badge, timer);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(Text.of("inbox.work.row", look.text(), item.contact(), item.line()));
        setOnMouseClicked(_ -> choose.run());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                choose.run();
            }
        });
    }

    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
