package io.trunkline.desktop.kit.control;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Ticker;
import java.time.Duration;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// The time left until a deadline, as a ring that empties and as seconds in its middle. It turns amber in the last
/// third and red in the last three seconds; the digits say the same.
public final class CountdownRing extends StackPane {
    private static final PseudoClass SOON = PseudoClass.getPseudoClass("soon");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final Duration LAST = Duration.ofSeconds(3);
    private static final double STROKE = 4;

    private final Label seconds = new Label();
    private final Arc arc;
    private final Instant begin;
    private final Instant deadline;

    public CountdownRing(Ticker ticker, Instant begin, Instant deadline, double size) {
        this.begin = begin;
        this.deadline = deadline;
        double radius = (size - STROKE) / 2;
        arc = new Arc(0, 0, radius, radius, 90, 360);
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().add("left");
        var track = new Circle(radius);
        track.getStyleClass().add("track");
        arc.setManaged(false);
        seconds.getStyleClass().addAll(Type.DIGITS, Type.BODY.style());
        getStyleClass().add("countdown-ring");
        setMinSize(size, size);
        setMaxSize(size, size);
        getChildren().addAll(track, arc, seconds);
        setAccessibleRole(AccessibleRole.TEXT);
        WhileShown.tick(this, ticker, this::tick);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        arc.setCenterX(getWidth() / 2);
        arc.setCenterY(getHeight() / 2);
    }

    private void tick(Instant now) {
        var whole = Math.max(1, Duration.between(begin, deadline).toMillis());
        var left = Math.clamp(Duration.between(now, deadline).toMillis(), 0, whole);
        arc.setLength(360.0 * left / whole);
        var shown = (left + 999) / 1000;
        seconds.setText(Long.toString(shown));
        setAccessibleText(Text.of("kit.countdown.name", shown));
        boolean last = left <= LAST.toMillis();
        pseudoClassStateChanged(NOW, last);
        pseudoClassStateChanged(SOON, !last && left * 3 <= whole);
    }
}
