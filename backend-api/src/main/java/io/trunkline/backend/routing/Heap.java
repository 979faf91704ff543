package io.trunkline.backend.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A binary heap whose entries know their place, so that any of them leaves in logarithmic time.
final class Heap<E extends Ranked> {
    private final ArrayList<E> entries = new ArrayList<>();

    int size() {
        return entries.size();
    }

    @Nullable
    E first() {
        return entries.isEmpty() ? null : entries.get(0);
    }

    void forEach(Consumer<? super E> action) {
        entries.forEach(action);
    }

    void add(E entry) {
        entries.add(entry);
        rise(entry, entries.size() - 1);
    }

    void remove(E entry) {
        var hole = entry.at;
        entry.at = Ranked.NOWHERE;
        var last = entries.removeLast();
        if (hole < entries.size()) {
            sink(last, hole);
            rise(last, last.at);
        }
    }

    /// The first entry that is not excluded; the cost grows with the excluded ones met, not with the heap.
    @Nullable
    E firstNot(Predicate<? super E> excluded) {
        return firstNot(0, excluded);
    }

    /// The first few, in order.
    List<E> first(int limit) {
        var found = new ArrayList<E>(limit + 1);
        collect(0, limit, found);
        return found;
    }

    /// How many stand before this one, which need not be in the heap.
    int countBefore(Ranked entry) {
        return countBefore(0, entry);
    }

    private @Nullable E firstNot(int place, Predicate<? super E> excluded) {
        if (place >= entries.size()) {
            return null;
        }
        var entry = entries.get(place);
        if (!excluded.test(entry)) {
            return entry;
        }
        var left = firstNot(2 * place + 1, excluded);
        var right = firstNot(2 * place + 2, excluded);
        return left == null || (right != null && right.before(left)) ? right : left;
    }

    private void collect(int place, int limit, List<E> found) {
        if (place >= entries.size()) {
            return;
        }
        var entry = entries.get(place);
        if (found.size() == limit && !entry.before(found.getLast())) {
            return;
        }
        var index = found.size();
        while (index > 0 && entry.before(found.get(index - 1))) {
            index--;
        }
        found.add(index, entry);
        if (found.size() > limit) {
            found.removeLast();
        }
        collect(2 * place + 1, limit, found);
        collect(2 * place + 2, limit, found);
    }

    private int countBefore(int place, Ranked entry) {
        if (place >= entries.size() || !entries.get(place).before(entry)) {
            return 0;
        }
        return 1 + countBefore(2 * place + 1, entry) + countBefore(2 * place + 2, entry);
    }

    private void rise(E entry, int from) {
        var place = from;
        while (place > 0) {
            var above = entries.get((place - 1) >>> 1);
            if (!entry.before(above)) {
                break;
            }
            put(above, place);
            place = (place - 1) >>> 1;
        }
        put(entry, place);
    }

    private void sink(E entry, int from) {
        var place = from;
        var size = entries.size();
        while (2 * place + 1 < size) {
            var child = 2 * place + 1;
            if (child + 1 < size && entries.get(child + 1).before(entries.get(child))) {
                child++;
            }
            if (!entries.get(child).before(entry)) {
                break;
            }
            put(entries.get(child), place);
            place = child;
        }
        put(entry, place);
    }

    private void put(E entry, int place) {
        entries.set(place, entry);
        entry.at = place;
    }
}
