package io.trunkline.backend.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/// How the live feed is doing.
final class LiveMetrics {
    private final Timer delay;
    private final Counter numbered;
    private final Counter sent;
    private final Counter resyncs;
    private final Counter cut;

    LiveMetrics(MeterRegistry meters, Supplier<Number> clients) {
        delay = meters.timer("live.delay");
        numbered = meters.counter("live.events");
        sent = meters.counter("live.frames.sent");
        resyncs = meters.counter("live.resyncs");
        cut = meters.counter("live.clients.stalled");
        meters.gauge("live.clients", clients, each -> each.get().doubleValue());
    }

    /// An event came out of its transaction `since` ago.
    void numbered(Duration since) {
        numbered.increment();
        delay.record(since.isNegative() ? Duration.ZERO : since);
    }

    void sent(int frames) {
        sent.increment(frames);
    }

    void resync() {
        resyncs.increment();
    }

    void cut() {
        cut.increment();
    }
}
