package io.trunkline.backend.routing;

import java.util.ArrayList;
import java.util.List;

/// Who may take more, and what may find somebody, since the last time all was settled.
final class Changed {
    final List<Desk> desks = new ArrayList<>();
    final List<Work> works = new ArrayList<>();

    void note(Desk desk) {
        if (!desk.noted) {
            desk.noted = true;
            desks.add(desk);
        }
    }

    void note(Work work) {
        works.add(work);
    }

    /// Lets everybody noted be found by what waits.
    void show(Floor floor) {
        for (var desk : desks) {
            desk.noted = false;
            floor.show(desk);
        }
    }

    void clear() {
        desks.clear();
        works.clear();
    }
}
