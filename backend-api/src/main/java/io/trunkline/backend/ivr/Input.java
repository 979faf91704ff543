package io.trunkline.backend.ivr;

/// What the caller, or the queue, did at a [Position].
public sealed interface Input {
    /// Digits that were pressed; none when the time ran out.
    record Digits(String pressed) implements Input {}

    /// The queue took no more.
    record QueueFull() implements Input {}
}
