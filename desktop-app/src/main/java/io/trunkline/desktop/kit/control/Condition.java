package io.trunkline.desktop.kit.control;

import java.time.Instant;

/// The five conditions a screen can be in.
public sealed interface Condition {
    /// On its way; after 200 ms the skeleton is shown.
    record Loading() implements Condition {}

    /// There is nothing yet.
    record Empty() implements Condition {}

    /// There is something.
    record Filled() implements Condition {}

    /// It could not be had.
    record Failed(Trouble trouble) implements Condition {}

    /// What is shown is from the moment `asOf`; there is no connection.
    record Offline(Instant asOf) implements Condition {}
}
