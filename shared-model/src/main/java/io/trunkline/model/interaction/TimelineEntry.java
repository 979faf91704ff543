package io.trunkline.model.interaction;

import java.time.Instant;
import java.util.Map;

/// One line of an interaction's timeline. `kind` is the name of the live event it comes from.
public record TimelineEntry(Instant at, String kind, Map<String, String> facts) {
    public TimelineEntry {
        facts = Map.copyOf(facts);
    }
}
