package io.trunkline.backend.routing;

import java.util.ArrayList;

/// Entries in no order, each of which knows its place and leaves at once.
final class Bag<E extends Ranked> {
    private final ArrayList<E> entries = new ArrayList<>();

    int size() {
        return entries.size();
    }

    void add(E entry) {
        entry.at = entries.size();
        entries.add(entry);
    }

    void remove(E entry) {
        var last = entries.removeLast();
        if (entry.at < entries.size()) {
            entries.set(entry.at, last);
            last.at = entry.at;
        }
        entry.at = Ranked.NOWHERE;
    }

    int countBefore(Ranked entry) {
        var count = 0;
        for (var other : entries) {
            count += other.before(entry) ? 1 : 0;
        }
        return count;
    }
}
