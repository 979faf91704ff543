package io.trunkline.desktop.kit.work;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// One timer for every countdown, so that all of them turn at the same moment and an idle desktop has none.
public interface Ticker {
    /// Now, by the same clock the ticks are told by.
    Instant now();

    /// Calls `tick` at once and then about four times a second on the FX thread until the subscription ends.
    Subscription every(Consumer<Instant> tick);

    /// The real one.
    static Ticker onFx(Clock clock) {
        return new FxTicker(clock);
    }
}
