package io.trunkline.backend.inbox;

import io.trunkline.model.message.MessageState;

/// How far a message came. Reports arrive in any order, late and twice; a message only moves forward. Pure.
final class MessageStates {
    private MessageStates() {}

    /// Where a message stands after a report.
    static MessageState after(MessageState now, MessageState reported) {
        return rank(reported) > rank(now) ? reported : now;
    }

    /// `READ` may follow `DELIVERED`; a failure is final but for proof of the opposite.
    private static int rank(MessageState state) {
        return switch (state) {
            case QUEUED -> 0;
            case SENDING -> 1;
            case SENT -> 2;
            case UNDELIVERED, FAILED -> 3;
            case DELIVERED -> 4;
            case READ, RECEIVED -> 5;
        };
    }
}
