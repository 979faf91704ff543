package io.trunkline.backend.routing;

import java.util.function.IntConsumer;

/// Which lanes of the other side fit, as bits over the nodes of a [Tournament]: a node's bit is set when a leaf below
/// it is, so a search leaves out whole branches.
final class Mask {
    private int capacity;
    private long[] nodes;

    Mask(int capacity) {
        this.capacity = capacity;
        this.nodes = new long[words(capacity)];
    }

    boolean node(int node) {
        return (nodes[node >>> 6] & (1L << node)) != 0;
    }

    boolean slot(int slot) {
        return slot < capacity && node(capacity + slot);
    }

    void set(int slot) {
        for (var node = capacity + slot; node > 0; node >>>= 1) {
            nodes[node >>> 6] |= 1L << node;
        }
    }

    /// Follows a tournament that has grown.
    void grow(int newCapacity) {
        var old = nodes;
        var oldCapacity = capacity;
        capacity = newCapacity;
        nodes = new long[words(newCapacity)];
        for (var slot = 0; slot < oldCapacity; slot++) {
            var node = oldCapacity + slot;
            if ((old[node >>> 6] & (1L << node)) != 0) {
                set(slot);
            }
        }
    }

    void forEach(IntConsumer action) {
        forEach(1, action);
    }

    private void forEach(int node, IntConsumer action) {
        if (!node(node)) {
            return;
        }
        if (node >= capacity) {
            action.accept(node - capacity);
            return;
        }
        forEach(2 * node, action);
        forEach(2 * node + 1, action);
    }

    private static int words(int capacity) {
        return (2 * capacity + 63) >>> 6;
    }
}
