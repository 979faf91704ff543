package io.trunkline.backend.ivr;

import io.trunkline.model.QueueId;
import io.trunkline.model.interaction.Outcome;
import java.time.Duration;

/// What is to be done with a call, in words of no carrier.
public sealed interface Instruction {
    record Say(String text) implements Instruction {}

    /// Speaks and listens for at most `digits` keys. With `endKey` a `#` ends the answer early.
    record Ask(String prompt, int digits, boolean endKey, Duration patience, Position position)
            implements Instruction {}

    record Enqueue(QueueId queue, Position position) implements Instruction {}

    record HangUp(Outcome outcome) implements Instruction {}
}
