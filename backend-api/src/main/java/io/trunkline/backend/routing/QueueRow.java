package io.trunkline.backend.routing;

import java.util.ArrayList;
import java.util.List;

/// One queue: the lanes in which its interactions wait, and those being rung, who keep their place in it.
final class QueueRow {
    final List<Lane<Demand, Work>> lanes = new ArrayList<>();
    final Heap<Work> ringing = new Heap<>();
    long version;
    boolean paused;

    /// How many are served before this one, counting from 1.
    int position(Work work) {
        var before = ringing.countBefore(work);
        for (var lane : lanes) {
            before += lane.heap.countBefore(work);
        }
        return before + 1;
    }

    int waiting() {
        var waiting = ringing.size();
        for (var lane : lanes) {
            waiting += lane.heap.size();
        }
        return waiting;
    }
}
