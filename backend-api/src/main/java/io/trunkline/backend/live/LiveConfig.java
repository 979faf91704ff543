package io.trunkline.backend.live;

import io.trunkline.backend.platform.config.Settings;
import java.time.Duration;

/// `window` events of a tenant stay in memory; a client further behind than `replayMost` gets a resync instead of a
/// replay.
public record LiveConfig(int window, int replayMost, int batch, Duration mark, Duration tick, Duration stalled) {
    private static final Duration WATCH = Duration.ofMillis(250);

    /// How often clients are looked after: often enough for marks to come in their time.
    Duration watch() {
        var quarter = mark.dividedBy(4);
        return quarter.compareTo(WATCH) < 0 ? quarter : WATCH;
    }

    public static LiveConfig from(Settings settings) {
        return new LiveConfig(
                settings.whole("live.window", 8192, 16, 1_048_576),
                settings.whole("live.replay-most", 20_000, 0, 10_000_000),
                settings.whole("live.batch", 500, 1, 10_000),
                settings.duration("live.mark", Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofMinutes(1)),
                settings.duration("live.tick", Duration.ofMillis(100), Duration.ofMillis(5), Duration.ofSeconds(10)),
                settings.duration(
                        "live.stalled", Duration.ofSeconds(20), Duration.ofMillis(100), Duration.ofMinutes(5)));
    }
}
