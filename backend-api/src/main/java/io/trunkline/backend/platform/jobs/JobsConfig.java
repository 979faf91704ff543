package io.trunkline.backend.platform.jobs;

import io.trunkline.backend.platform.config.Settings;
import java.time.Duration;

/// A job that fails `attempts` times is dead and waits for a person. `lock` is how long a node that died keeps its
/// jobs.
public record JobsConfig(int atOnce, int attempts, Duration tick, Duration lock, Duration first, Duration longest) {
    public static JobsConfig from(Settings settings) {
        return new JobsConfig(
                settings.whole("jobs.at-once", 8, 1, 200),
                settings.whole("jobs.attempts", 12, 1, 100),
                settings.duration("jobs.tick", Duration.ofMillis(500), Duration.ofMillis(10), Duration.ofMinutes(1)),
                settings.duration("jobs.lock", Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofHours(1)),
                settings.duration("jobs.first-wait", Duration.ofSeconds(1), Duration.ofMillis(1), Duration.ofHours(1)),
                settings.duration(
                        "jobs.longest-wait", Duration.ofMinutes(10), Duration.ofMillis(1), Duration.ofDays(1)));
    }
}
