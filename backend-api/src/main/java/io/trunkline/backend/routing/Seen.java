package io.trunkline.backend.routing;

import io.trunkline.model.InteractionId;
import java.util.HashMap;
import java.util.Map;

/// Remembers for a while which visits are over, so that news which comes late or twice changes nothing.
final class Seen {
    private static final long KEPT = 600_000_000;

    private Map<InteractionId, Long> young = new HashMap<>();
    private Map<InteractionId, Long> old = new HashMap<>();
    private long turned;

    /// The last visit that is over, 0 when none is known.
    long last(InteractionId interaction) {
        var visit = young.get(interaction);
        return visit != null ? visit : old.getOrDefault(interaction, 0L);
    }

    void over(InteractionId interaction, long visit, long now) {
        if (now - turned > KEPT) {
            old = young;
            young = new HashMap<>();
            turned = now;
        }
        if (visit > last(interaction)) {
            young.put(interaction, visit);
        }
    }
}
