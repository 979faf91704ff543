package io.trunkline.desktop.kit.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// A [Ticker] whose time is moved by hand: for tests.
public final class ManualTicker implements Ticker {
    private final List<Consumer<Instant>> listeners = new ArrayList<>();
    private Instant now;

    public ManualTicker(Instant now) {
        this.now = now;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Subscription every(Consumer<Instant> tick) {
        listeners.add(tick);
        tick.accept(now);
        return () -> listeners.remove(tick);
    }

    /// Moves time and tells everybody once.
    public void advance(Duration by) {
        now = now.plus(by);
        List.copyOf(listeners).forEach(each -> each.accept(now));
    }

    /// How many are listening; a closed view leaves none behind.
    public int listeners() {
        return listeners.size();
    }
}
