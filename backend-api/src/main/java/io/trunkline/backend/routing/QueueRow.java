package io.trunkline.backend.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One queue: the lanes in which its interactions wait, and those being rung, who keep their place in it.
final class QueueRow {
    final List<Lane<Demand, Work>> lanes = new ArrayList<>();
    final Bag<Work> ringing = new Bag<>();

    /// Waiting for one agent each.
    final Set<Work> own = new LinkedHashSet<>();

    long version;
    boolean paused;

    /// How many are served before this one, counting from 1.
    int position(Work work) {
        var before = ringing.countBefore(work);
        for (var lane : lanes) {
            before += lane.heap.countBefore(work);
        }
        for (var other : own) {
            before += other.before(work) ? 1 : 0;
        }
        return before + 1;
    }

    int waiting() {
        var waiting = ringing.size() + own.size();
        for (var lane : lanes) {
            waiting += lane.heap.size();
        }
        return waiting;
    }
}
