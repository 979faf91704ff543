package io.trunkline.simulator.media;

/// A far end with sound of its own. Called by the media clock alone, and returns at once.
public interface Duplex {
    /// The next frame that arrived from there, silence when none has.
    void take(short[] into);

    void give(short[] frame);

    /// Whether sound can go both ways now.
    boolean alive();
}
