package io.trunkline.backend.routing;

import java.util.Arrays;

/// A tournament over the heads of all lanes of one side: the first under a [Mask] is found by descending from the top
/// and leaving out every branch that has nothing fitting or nothing better.
final class Tournament {
    static final int NONE = -1;
    private static final int SMALLEST = 64;

    /// Up to so many lanes a look at each is quicker than a descent.
    private static final int FEW = 64;

    private int capacity = SMALLEST;
    private int[] winner = empty(SMALLEST);
    private long[] keys = full(SMALLEST);
    private long[] ties = full(SMALLEST);

    int capacity() {
        return capacity;
    }

    /// Makes room for the slot; true when every mask over this tournament has to grow with it.
    boolean reserve(int slot) {
        if (slot < capacity) {
            return false;
        }
        var before = capacity;
        var old = winner;
        capacity *= 2;
        keys = Arrays.copyOf(keys, capacity);
        ties = Arrays.copyOf(ties, capacity);
        Arrays.fill(keys, before, capacity, Long.MAX_VALUE);
        Arrays.fill(ties, before, capacity, Long.MAX_VALUE);
        winner = empty(capacity);
        System.arraycopy(old, before, winner, capacity, before);
        for (var node = capacity - 1; node > 0; node--) {
            winner[node] = better(winner[2 * node], winner[2 * node + 1]);
        }
        return true;
    }

    void set(int slot, long key, long tie) {
        keys[slot] = key;
        ties[slot] = tie;
        winner[capacity + slot] = slot;
        climb(slot);
    }

    void clear(int slot) {
        winner[capacity + slot] = NONE;
        keys[slot] = Long.MAX_VALUE;
        ties[slot] = Long.MAX_VALUE;
        climb(slot);
    }

    /// The best slot under the mask, or [#NONE].
    int first(Mask mask) {
        return mask.count() <= FEW ? scan(mask) : first(1, mask, NONE);
    }

    /// The best few slots under the mask, in order, filled up with [#NONE].
    int[] first(Mask mask, int limit) {
        var found = new int[limit];
        Arrays.fill(found, NONE);
        collect(1, mask, found);
        return found;
    }

    private int scan(Mask mask) {
        var slots = mask.slots();
        var best = NONE;
        var key = Long.MAX_VALUE;
        for (var index = 0; index < mask.count(); index++) {
            var slot = slots[index];
            var other = keys[slot];
            if (other < key || (other == key && best != NONE && ties[slot] < ties[best])) {
                best = slot;
                key = other;
            }
        }
        return best;
    }

    private int first(int node, Mask mask, int best) {
        var candidate = winner[node];
        if (candidate == NONE || !mask.node(node) || (best != NONE && !before(candidate, best))) {
            return best;
        }
        if (mask.node(capacity + candidate)) {
            return candidate;
        }
        var near = winner[2 * node] == candidate ? 2 * node : 2 * node + 1;
        return first(near ^ 1, mask, first(near, mask, best));
    }

    private void collect(int node, Mask mask, int[] found) {
        var candidate = winner[node];
        var last = found[found.length - 1];
        if (candidate == NONE || !mask.node(node) || (last != NONE && !before(candidate, last))) {
            return;
        }
        if (node >= capacity) {
            insert(candidate, found);
            return;
        }
        var near = winner[2 * node] == candidate ? 2 * node : 2 * node + 1;
        collect(near, mask, found);
        collect(near ^ 1, mask, found);
    }

    private void insert(int slot, int[] found) {
        var index = found.length - 1;
        while (index > 0 && (found[index - 1] == NONE || before(slot, found[index - 1]))) {
            found[index] = found[index - 1];
            index--;
        }
        found[index] = slot;
    }

    private void climb(int slot) {
        for (var node = (capacity + slot) >>> 1; node > 0; node >>>= 1) {
            var now = better(winner[2 * node], winner[2 * node + 1]);
            if (now == winner[node] && now != slot) {
                return;
            }
            winner[node] = now;
        }
    }

    private int better(int left, int right) {
        if (left == NONE) {
            return right;
        }
        return right == NONE || before(left, right) ? left : right;
    }

    private boolean before(int a, int b) {
        return keys[a] < keys[b] || (keys[a] == keys[b] && ties[a] < ties[b]);
    }

    private static long[] full(int capacity) {
        var numbers = new long[capacity];
        Arrays.fill(numbers, Long.MAX_VALUE);
        return numbers;
    }

    private static int[] empty(int capacity) {
        var nodes = new int[2 * capacity];
        Arrays.fill(nodes, NONE);
        return nodes;
    }
}
