package io.trunkline.simulator.voice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as the carrier writes them: `Tue, 01 Sep 2026 20:48:32 +0000`.
public final class Times {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    public static String text(Instant at) {
        return RFC_2822.format(at);
    }
}
