package io.trunkline.backend.routing;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Which lanes of the other side fit, as bits over the nodes of a [Tournament]: a node's bit is set when a leaf below
/// it is, so a search leaves out whole branches.
final class Mask {
    private int capacity;
    private long[] nodes;
    private int[] slots = new int[8];
    private int count;

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

    /// How many slots are set.
    int count() {
        return count;
    }

    /// The slots that are set, in the order they were, then others without meaning.
    int[] slots() {
        return slots;
    }

    void set(int slot) {
        if (slot(slot)) {
            return;
        }
        if (count == slots.length) {
            slots = Arrays.copyOf(slots, 2 * count);
        }
        slots[count++] = slot;
        mark(slot);
    }

    private void mark(int slot) {
        for (var node = capacity + slot; node > 0; node >>>= 1) {
            nodes[node >>> 6] |= 1L << node;
        }
    }

    /// Follows a tournament that has grown.
    void grow(int newCapacity) {
        capacity = newCapacity;
        nodes = new long[words(newCapacity)];
        for (var index = 0; index < count; index++) {
            mark(slots[index]);
        }
    }

    void forEach(IntConsumer action) {
        for (var index = 0; index < count; index++) {
            action.accept(slots[index]);
        }
    }

    private static int words(int capacity) {
        return (2 * capacity + 63) >>> 6;
    }
}
