package io.trunkline.simulator.client;

/// What a device told of itself by `register`.
enum Presence {
    /// Nothing yet: a device that only signals is reached all the same.
    UNSAID,
    AUDIO,
    AWAY;

    boolean reachable() {
        return this != AWAY;
    }
}
