package io.trunkline.backend.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A map from UUIDs whose bits lie in one array: a look-up follows no reference. It has no order, so nothing that is
/// decided may depend on walking through it.
final class IdMap<V> {
    private long[] bits;
    private @Nullable Object[] values;
    private int mask;
    private int size;

    IdMap(int expected) {
        var capacity = Math.max(16, Integer.highestOneBit(2 * expected - 1) * 2);
        bits = new long[2 * capacity];
        values = new @Nullable Object[capacity];
        mask = capacity - 1;
    }

    int size() {
        return size;
    }

    @Nullable
    V get(UUID id) {
        return value(find(id.getMostSignificantBits(), id.getLeastSignificantBits()));
    }

    @Nullable
    V get(long most, long least) {
        return value(find(most, least));
    }

    void put(UUID id, V value) {
        put(id.getMostSignificantBits(), id.getLeastSignificantBits(), value);
    }

    void put(long most, long least, V value) {
        var place = find(most, least);
        if (values[place] == null) {
            if (2 * ++size > mask) {
                grow();
                place = find(most, least);
            }
            bits[2 * place] = most;
            bits[2 * place + 1] = least;
        }
        values[place] = value;
    }

    @Nullable
    V remove(UUID id) {
        return remove(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    @Nullable
    V remove(long most, long least) {
        var place = find(most, least);
        var removed = value(place);
        if (removed != null) {
            size--;
            close(place);
        }
        return removed;
    }

    void clear() {
        Arrays.fill(values, null);
        size = 0;
    }

    List<V> values() {
        var all = new ArrayList<V>(size);
        for (var place = 0; place <= mask; place++) {
            var value = value(place);
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    /// Moves back what was pushed on by the entry that leaves.
    private void close(int from) {
        var hole = from;
        values[hole] = null;
        for (var next = (hole + 1) & mask; values[next] != null; next = (next + 1) & mask) {
            var home = home(bits[2 * next], bits[2 * next + 1]);
            if (((next - home) & mask) >= ((next - hole) & mask)) {
                values[hole] = values[next];
                bits[2 * hole] = bits[2 * next];
                bits[2 * hole + 1] = bits[2 * next + 1];
                values[next] = null;
                hole = next;
            }
        }
    }

    private void grow() {
        var oldBits = bits;
        var oldValues = values;
        var capacity = 2 * oldValues.length;
        bits = new long[2 * capacity];
        values = new @Nullable Object[capacity];
        mask = capacity - 1;
        for (var old = 0; old < oldValues.length; old++) {
            if (oldValues[old] != null) {
                var place = find(oldBits[2 * old], oldBits[2 * old + 1]);
                bits[2 * place] = oldBits[2 * old];
                bits[2 * place + 1] = oldBits[2 * old + 1];
                values[place] = oldValues[old];
            }
        }
    }

    /// Where it is, or where it would be.
    private int find(long most, long least) {
        var place = home(most, least);
        while (values[place] != null && (bits[2 * place + 1] != least || bits[2 * place] != most)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private int home(long most, long least) {
        var mixed = (most ^ Long.rotateLeft(least, 32)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }

    @SuppressWarnings("unchecked")
    private @Nullable V value(int place) {
        return (V) values[place];
    }
}
