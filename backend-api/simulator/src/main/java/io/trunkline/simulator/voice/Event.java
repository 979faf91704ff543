package io.trunkline.simulator.voice;

import io.trunkline.simulator.webhook.Answer;

/// What can happen to a call while its document rests.
sealed interface Event {
    record Digit(char key) implements Event {}

    record Spoken(String text) implements Event {}

    record HungUp() implements Event {}

    record Redirected(Source to) implements Event {}

    /// Somebody dialled the queue this call waits in.
    record Bridged(Call by, Source greeting) implements Event {}

    record BridgeEnded(Call with) implements Event {}

    /// The conference this call is in started, or the call's place in it changed.
    record Changed() implements Event {}

    /// The call is no longer in its conference.
    record Removed() implements Event {}

    record ChildAnswered(Call child) implements Event {}

    record ChildEnded(Call child) implements Event {}

    record Answered(long ticket, Answer answer) implements Event {}
}
