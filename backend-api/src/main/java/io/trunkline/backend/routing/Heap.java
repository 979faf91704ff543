package io.trunkline.backend.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A heap whose entries know their place, so that any of them leaves in logarithmic time.
///
/// Keys and ties are kept beside the entries, and every node has eight children, whose keys lie side by side: a
/// comparison touches no entry, and few entries move. An entry's key changes only while it is
/// outside.
final class Heap<E extends Ranked> {
    private static final int CHILDREN = 8;

    private final ArrayList<E> entries = new ArrayList<>();
    private long[] keys = new long[8];
    private long[] ties = new long[8];

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
        if (entries.size() > keys.length) {
            keys = Arrays.copyOf(keys, 2 * keys.length);
            ties = Arrays.copyOf(ties, 2 * ties.length);
        }
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
        E best = null;
        for (var child = child(place); child < child(place) + CHILDREN; child++) {
            var found = firstNot(child, excluded);
            if (found != null && (best == null || found.before(best))) {
                best = found;
            }
        }
        return best;
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
        for (var child = child(place); child < child(place) + CHILDREN; child++) {
            collect(child, limit, found);
        }
    }

    private int countBefore(int place, Ranked entry) {
        if (place >= entries.size() || !before(place, entry.key, entry.tie)) {
            return 0;
        }
        var count = 1;
        for (var child = child(place); child < child(place) + CHILDREN; child++) {
            count += countBefore(child, entry);
        }
        return count;
    }

    private void rise(E entry, int from) {
        var place = from;
        while (place > 0) {
            var above = (place - 1) / CHILDREN;
            if (!entry.before(keys[above], ties[above])) {
                break;
            }
            move(above, place);
            place = above;
        }
        put(entry, place);
    }

    private void sink(E entry, int from) {
        var place = from;
        var size = entries.size();
        while (child(place) < size) {
            var child = leastChild(place, size);
            if (!before(child, entry.key, entry.tie)) {
                break;
            }
            move(child, place);
            place = child;
        }
        put(entry, place);
    }

    private int leastChild(int place, int size) {
        var least = child(place);
        var end = Math.min(size, least + CHILDREN);
        for (var child = least + 1; child < end; child++) {
            if (before(child, keys[least], ties[least])) {
                least = child;
            }
        }
        return least;
    }

    private static int child(int place) {
        return CHILDREN * place + 1;
    }

    private boolean before(int place, long key, long tie) {
        return keys[place] < key || (keys[place] == key && ties[place] < tie);
    }

    private void move(int from, int to) {
        var entry = entries.get(from);
        entries.set(to, entry);
        keys[to] = keys[from];
        ties[to] = ties[from];
        entry.at = to;
    }

    private void put(E entry, int place) {
        entries.set(place, entry);
        keys[place] = entry.key;
        ties[place] = entry.tie;
        entry.at = place;
    }
}
