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

    void clear() {
        for (var desk : desks) {
            desk.noted = false;
        }
        desks.clear();
        works.clear();
    }
}
