package io.trunkline.backend.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All lanes of what waits, or all lanes of who is free, with a tournament over their heads.
final class Side<K, E extends Ranked> {
    private final List<Lane<K, E>> lanes = new ArrayList<>();
    private final Map<K, Lane<K, E>> byKind = new HashMap<>();
    private final Tournament heads = new Tournament();

    int capacity() {
        return heads.capacity();
    }

    List<Lane<K, E>> lanes() {
        return lanes;
    }

    @Nullable
    Lane<K, E> known(K kind) {
        return byKind.get(kind);
    }

    /// Opens a lane; `grown` runs when the masks of the other side have to follow [#capacity].
    Lane<K, E> open(K kind, int otherCapacity, Runnable grown) {
        var lane = new Lane<K, E>(lanes.size(), kind, otherCapacity);
        if (heads.reserve(lane.slot)) {
            grown.run();
        }
        lanes.add(lane);
        byKind.put(kind, lane);
        return lane;
    }

    void add(Lane<K, E> lane, E entry) {
        lane.heap.add(entry);
        if (entry.at == 0) {
            showHead(lane);
        }
    }

    void remove(Lane<K, E> lane, E entry) {
        var wasHead = entry.at == 0;
        lane.heap.remove(entry);
        if (wasHead) {
            showHead(lane);
        }
    }

    void close(Lane<K, E> lane, boolean closed) {
        lane.closed = closed;
        showHead(lane);
    }

    /// The first entry of all fitting lanes.
    @Nullable
    E first(Mask fits) {
        var slot = heads.first(fits);
        return slot == Tournament.NONE ? null : lanes.get(slot).heap.first();
    }

    /// The first entry of all fitting lanes that is not excluded; looks at every fitting lane, never at every entry.
    @Nullable
    E firstNot(Mask fits, Predicate<? super E> excluded) {
        var search = new Search<E>(excluded);
        fits.forEach(slot -> search.look(lanes.get(slot)));
        return search.best;
    }

    /// The first few entries of all fitting lanes, in order.
    List<E> first(Mask fits, int limit) {
        var found = new ArrayList<E>(limit);
        for (var slot : heads.first(fits, limit)) {
            if (slot != Tournament.NONE) {
                merge(found, lanes.get(slot).heap.first(limit), limit);
            }
        }
        return found;
    }

    private void merge(List<E> found, List<E> more, int limit) {
        for (var entry : more) {
            var index = found.size();
            while (index > 0 && entry.before(found.get(index - 1))) {
                index--;
            }
            if (index >= limit) {
                return;
            }
            found.add(index, entry);
            if (found.size() > limit) {
                found.removeLast();
            }
        }
    }

    private void showHead(Lane<K, E> lane) {
        var head = lane.heap.first();
        if (head == null || lane.closed) {
            heads.clear(lane.slot);
        } else {
            heads.set(lane.slot, head.key, head.tie);
        }
    }

    private static final class Search<E extends Ranked> {
        private final Predicate<? super E> excluded;
        private @Nullable E best;

        Search(Predicate<? super E> excluded) {
            this.excluded = excluded;
        }

        void look(Lane<?, E> lane) {
            var head = lane.closed ? null : lane.heap.first();
            if (head == null || (best != null && best.before(head))) {
                return;
            }
            var found = lane.heap.firstNot(excluded);
            if (found != null && (best == null || found.before(best))) {
                best = found;
            }
        }
    }
}
