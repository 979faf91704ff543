package io.trunkline.backend.routing;

/// Something that stands in at most one [Heap] at a time, ordered by `key`, equals by `tie`.
abstract class Ranked {
    static final int NOWHERE = -1;

    long key;
    long tie;
    int at = NOWHERE;

    final boolean before(Ranked other) {
        return before(other.key, other.tie);
    }

    final boolean before(long otherKey, long otherTie) {
        return key < otherKey || (key == otherKey && tie < otherTie);
    }
}
