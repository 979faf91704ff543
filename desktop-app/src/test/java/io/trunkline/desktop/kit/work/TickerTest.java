package io.trunkline.desktop.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Fx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TickerTest {
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void tellsAtOnceAndAtEachTickUntilTheSubscriptionEnds() {
        var ticker = new ManualTicker(NINE);
        var seen = new ArrayList<Instant>();
        var subscription = ticker.every(seen::add);
        ticker.advance(Duration.ofSeconds(1));
        subscription.unsubscribe();
        ticker.advance(Duration.ofSeconds(1));

        assertThat(seen).containsExactly(NINE, NINE.plusSeconds(1));
        assertThat(ticker.listeners()).isZero();
    }

    @Test
    void theRealOneTicksOnTheFxThread() {
        var seen = new ArrayList<Instant>();
        var subscription = Fx.on(() -> Ticker.onFx(Clock.systemUTC()).every(seen::add));
        Fx.until(() -> seen.size() > 2);
        Fx.run(subscription::unsubscribe);
    }
}
