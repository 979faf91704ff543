package io.trunkline.desktop.kit.control;

import io.trunkline.desktop.kit.text.Times;
import io.trunkline.desktop.kit.work.Ticker;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Time since a moment, or until one, in digits that do not jump. Empty while there is no moment.
public final class TimerLabel extends Label {
    private final ObjectProperty<@Nullable Instant> moment = new SimpleObjectProperty<>(this, "moment");
    private final boolean down;

    private TimerLabel(Ticker ticker, boolean down) {
        this.down = down;
        getStyleClass().addAll("timer", Type.DIGITS);
        setMinWidth(USE_PREF_SIZE);
        WhileShown.tick(this, ticker, this::tick);
        moment.subscribe(() -> tick(ticker.now()));
    }

    /// Counts up from its moment.
    public static TimerLabel since(Ticker ticker) {
        return new TimerLabel(ticker, false);
    }

    /// Counts down to its moment and stays at zero.
    public static TimerLabel until(Ticker ticker) {
        return new TimerLabel(ticker, true);
    }

    public ObjectProperty<@Nullable Instant> momentProperty() {
        return moment;
    }

    private void tick(Instant now) {
        var at = moment.get();
        if (at == null) {
            setText("");
        } else {
            setText(Times.timer(down ? Duration.between(now, at) : Duration.between(at, now)));
        }
    }
}
