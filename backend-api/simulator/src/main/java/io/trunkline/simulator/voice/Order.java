package io.trunkline.simulator.voice;

import java.util.Optional;

/// A call asked for over REST.
///
/// @param document what the answered leg does
/// @param timeout seconds it may ring
/// @param digits pressed by the carrier after the answer
public record Order(
        String from,
        String to,
        Subscription subscription,
        Source document,
        int timeout,
        String digits,
        Optional<Tape> tape) {
    /// Recorded from the answer on.
    public record Tape(int channels, Subscription told) {}
}
