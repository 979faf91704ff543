package io.trunkline.model.call;

import java.time.Instant;
import java.util.List;

/// How an agent's line was during a call, as the agent's device measured it.
///
/// @param mos mean opinion score, 1 to 4.5; average and lowest of all samples
/// @param loss share of packets that did not arrive, 0 to 1
/// @param jitter in milliseconds, average and highest
/// @param roundTrip in milliseconds, average and highest
/// @param samples how many were taken, one a second
/// @param warnings the carrier's names of what was not good for some time, as `high-jitter`
public record CallQuality(
        double mos,
        double lowestMos,
        double loss,
        double jitter,
        double highestJitter,
        double roundTrip,
        double highestRoundTrip,
        long samples,
        String codec,
        List<String> warnings,
        Instant from,
        Instant until) {
    public CallQuality {
        warnings = List.copyOf(warnings);
    }
}
