package io.trunkline.backend.telephony;

import java.time.Duration;

/// What became of an order to a carrier.
public sealed interface Reply {
    /// Done; `sid` names what was made or changed.
    record Done(String sid) implements Reply {}

    /// The leg it was about is gone; there is nothing left to do.
    record Gone() implements Reply {}

    /// The carrier will never do this.
    record Refused(int code, String sentence) implements Reply {}

    /// Surely not done; may be asked again after the time.
    record Later(Duration after, String sentence) implements Reply {}

    /// May have been done: look before asking again.
    record Unclear(String sentence) implements Reply {}

    /// Looked for and not found: it was not done.
    record NotDone() implements Reply {}
}
