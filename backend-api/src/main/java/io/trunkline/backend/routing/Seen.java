package io.trunkline.backend.routing;

import io.trunkline.model.InteractionId;
import org.jspecify.annotations.Nullable;

/// Remembers the last visits that are over, so that news which comes late or twice changes nothing.
///
/// It keeps two generations of bounded size: at a hundred contacts a second that is some minutes, and never more
/// memory.
final class Seen {
    private static final int GENERATION = 1 << 13;

    private IdMap<Long> young = new IdMap<>(GENERATION);
    private IdMap<Long> old = new IdMap<>(GENERATION);

    /// The last visit that is over, 0 when none is known.
    long last(InteractionId interaction) {
        return Math.max(orNone(young.get(interaction.value())), orNone(old.get(interaction.value())));
    }

    void over(InteractionId interaction, long visit) {
        over(interaction.value().getMostSignificantBits(), interaction.value().getLeastSignificantBits(), visit);
    }

    void over(long most, long least, long visit) {
        if (young.size() == GENERATION) {
            var spent = old;
            old = young;
            young = spent;
            young.clear();
        }
        if (visit > orNone(young.get(most, least))) {
            young.put(most, least, visit);
        }
    }

    private static long orNone(@Nullable Long visit) {
        return visit == null ? 0 : visit;
    }
}
