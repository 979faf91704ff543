package io.trunkline.desktop.inbox;

import io.trunkline.desktop.kit.control.Avatar;
import io.trunkline.desktop.kit.control.Badge;
import io.trunkline.desktop.kit.control.Hover;
import io.trunkline.desktop.kit.control.Type;
import io.trunkline.desktop.kit.control.WhileShown;
import io.trunkline.desktop.kit.text.Times;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.model.message.MessageThread;
import java.time.ZoneId;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A thread in the list: contact, last words, when, how many unread.
final class ThreadRow extends ListCell<MessageThread> {
    private final Ticker ticker;
    private final ZoneId zone;

    ThreadRow(Ticker ticker, ZoneId zone) {
        this.ticker = ticker;
        this.zone = zone;
        getStyleClass().add("thread-row");
    }

    @Override
    protected void updateItem(@Nullable MessageThread thread, boolean empty) {
        super.updateItem(thread, empty);
        setText(null);
        setGraphic(thread == null || empty ? null : row(thread));
    }

    private HBox row(MessageThread thread) {
        var name = Type.BODY.line(Numbers.shown(thread.contact().name()), Type.STRONG);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var time = Type.LABEL.of("", Type.MUTED, Type.DIGITS);
        time.setMinWidth(USE_PREF_SIZE);
        WhileShown.tick(time, ticker, now -> time.setText(Times.shortly(thread.lastAt(), now, zone)));
        Hover.say(time, Times.exactly(thread.lastAt(), zone));
        var words = Type.LABEL.line(thread.preview(), Type.MUTED);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var badge = new Badge(new SimpleIntegerProperty(thread.unread()));
        badge.setMinWidth(USE_PREF_SIZE);
        var above = new HBox(name, time);
        above.getStyleClass().add("above");
        var both = new VBox(above, new HBox(words, badge));
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        var row = new HBox(new Avatar(thread.contact().name(), 32), both);
        row.getStyleClass().add("face");
        row.maxWidthProperty().bind(getListView().widthProperty().subtract(32));
        return row;
    }
}
