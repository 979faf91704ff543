package io.trunkline.backend.presence;

import io.trunkline.backend.platform.config.Settings;
import java.time.Duration;

/// How long an agent whose desktop is gone stays as they were before they are `OFFLINE`. Nothing is offered meanwhile.
public record PresenceConfig(Duration grace) {
    public static PresenceConfig from(Settings settings) {
        return new PresenceConfig(settings.duration(
                "presence.grace", Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(10)));
    }
}
