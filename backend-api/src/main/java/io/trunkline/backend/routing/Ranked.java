package io.trunkline.backend.routing;

/// Something that stands in at most one [Heap] at a time, ordered by `key`, equals by `tie`.
abstract class Ranked {
    static final int NOWHERE = -1;

    long key;
    long tie;
    int at = NOWHERE;

    final boolean before(Ranked other) {
        return key < other.key || (key == other.key && tie < other.tie);
    }
}
