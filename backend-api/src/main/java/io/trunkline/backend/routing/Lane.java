package io.trunkline.backend.routing;

/// One row of equals: interactions with the same [Demand], or free seats with the same [Profile].
final class Lane<K, E extends Ranked> {
    final int slot;
    final K kind;
    final Heap<E> heap = new Heap<>();

    /// The lanes of the other side that fit.
    final Mask fits;

    /// A closed lane keeps its order and takes no part.
    boolean closed;

    Lane(int slot, K kind, int otherCapacity) {
        this.slot = slot;
        this.kind = kind;
        this.fits = new Mask(otherCapacity);
    }
}
