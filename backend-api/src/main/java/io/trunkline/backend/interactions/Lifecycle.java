package io.trunkline.backend.interactions;

import io.trunkline.model.interaction.InteractionState;
import io.trunkline.model.interaction.Outcome;
import java.time.Instant;
import java.util.Optional;

/// Decides where an interaction stands after something happened to it.
///
/// Pure. It moves forward only, but for a transfer, which makes it wait again; `COMPLETED` wins over everything; what
/// is repeated or late changes nothing, which is told by an empty result.
final class Lifecycle {
    private Lifecycle() {}

    static Optional<Standing> after(Standing before, Happening what, Instant now) {
        return switch (what) {
            case Happening.Queued queued -> queued(before, queued, now);
            case Happening.Answered answered -> answered(before, answered, now);
            case Happening.Transferred transferred -> transferred(before, transferred, now);
            case Happening.PassedOut _ -> passedOut(before);
            case Happening.Ended ended -> ended(before, ended.outcome(), now);
            case Happening.Completed completed -> completed(before, completed, now);
        };
    }

    private static Optional<Standing> queued(Standing before, Happening.Queued what, Instant now) {
        return switch (before.state()) {
            case OPEN -> Optional.of(before.waiting(what.queue(), now));
            case WAITING ->
                what.queue().equals(before.queue()) ? Optional.empty() : Optional.of(before.waiting(what.queue(), now));
            case COMPLETED -> leftBefore(before) ? Optional.of(before.hadWaited(what.queue())) : Optional.empty();
            case ACTIVE, WRAPPING -> Optional.empty();
        };
    }

    /// The contact's leaving was told before their coming into a queue: it counts there as if told in order.
    private static boolean leftBefore(Standing before) {
        return before.outcome() == Outcome.ABANDONED && before.queuedAt() == null && before.answeredAt() == null;
    }

    private static Optional<Standing> answered(Standing before, Happening.Answered what, Instant now) {
        return switch (before.state()) {
            case OPEN, WAITING -> Optional.of(before.active(what.agent(), now));
            case ACTIVE ->
                what.agent().equals(before.agent()) && before.answeredAt() != null
                        ? Optional.empty()
                        : Optional.of(before.active(what.agent(), now));
            case WRAPPING, COMPLETED -> Optional.empty();
        };
    }

    private static Optional<Standing> transferred(Standing before, Happening.Transferred what, Instant now) {
        return switch (before.state()) {
            case OPEN, ACTIVE -> Optional.of(before.waiting(what.queue(), now));
            case WAITING -> {
                var already = what.queue() == null
                        ? before.queue() == null
                        : what.queue().equals(before.queue());
                yield already ? Optional.empty() : Optional.of(before.waiting(what.queue(), now));
            }
            case WRAPPING, COMPLETED -> Optional.empty();
        };
    }

    private static Optional<Standing> passedOut(Standing before) {
        return before.state() == InteractionState.ACTIVE && before.agent() != null
                ? Optional.of(before.passedOut())
                : Optional.empty();
    }

    private static Optional<Standing> ended(Standing before, Outcome outcome, Instant now) {
        return switch (before.state()) {
            case OPEN, WAITING -> Optional.of(before.completed(fair(before, outcome), null, now));
            case ACTIVE ->
                Optional.of(
                        before.agent() == null
                                ? before.completed(fair(before, outcome), null, now)
                                : before.wrapping(fair(before, outcome), now));
            case WRAPPING, COMPLETED -> Optional.empty();
        };
    }

    /// Whoever was answered once has not abandoned, and whoever was never answered was not handled.
    private static Outcome fair(Standing before, Outcome outcome) {
        return switch (outcome) {
            case ABANDONED -> before.answeredAt() == null ? outcome : Outcome.HANDLED;
            case HANDLED -> before.answeredAt() == null ? Outcome.ABANDONED : outcome;
            case CLOSED, OVERFLOWED, FAILED -> outcome;
        };
    }

    private static Optional<Standing> completed(Standing before, Happening.Completed what, Instant now) {
        return switch (before.state()) {
            // Somebody else holds it or will: one agent's wrap-up after a transfer must not end it.
            case OPEN, WAITING, ACTIVE, COMPLETED -> Optional.empty();
            case WRAPPING -> {
                var how = before.outcome() == null ? Outcome.HANDLED : before.outcome();
                yield Optional.of(before.completed(how, what.disposition(), now));
            }
        };
    }
}
