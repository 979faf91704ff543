package io.trunkline.desktop.softphone.device;

import java.time.Duration;
import java.util.List;

/// What a call to oneself showed.
///
/// @param connected how long it took until both sides could talk
/// @param warnings the carrier's names of what was not good, as `high-jitter`
/// @param heard whether one's own voice came back: what was spoken after the carrier's words, and nothing else
public record Preflight(Duration connected, Measure measure, List<String> warnings, boolean heard) {
    public Preflight {
        warnings = List.copyOf(warnings);
    }
}
