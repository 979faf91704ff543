package io.trunkline.desktop.kit.work;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import javafx.util.Subscription;

/// [Ticker] on a JavaFX timeline that runs only while somebody listens.
final class FxTicker implements Ticker {
    private static final Duration STEP = Duration.millis(250);

    private final Clock clock;
    private final List<Consumer<Instant>> listeners = new ArrayList<>();
    private final Timeline timeline = new Timeline(new KeyFrame(STEP, _ -> tick()));

    FxTicker(Clock clock) {
        this.clock = clock;
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Subscription every(Consumer<Instant> tick) {
        listeners.add(tick);
        timeline.play();
        tick.accept(now());
        return () -> drop(tick);
    }

    private void drop(Consumer<Instant> tick) {
        listeners.remove(tick);
        if (listeners.isEmpty()) {
            timeline.stop();
        }
    }

    private void tick() {
        var now = now();
        List.copyOf(listeners).forEach(each -> each.accept(now));
    }
}
