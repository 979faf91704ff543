package io.trunkline.backend.telephony;

import java.util.Locale;
import java.util.Optional;

/// Where a leg stands. It moves forward only; the first terminal state wins.
public enum LegState {
    QUEUED,
    INITIATED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    BUSY,
    NO_ANSWER,
    CANCELED,
    FAILED;

    public boolean terminal() {
        return compareTo(COMPLETED) >= 0;
    }

    /// Whether a leg in this state may come into another.
    public boolean mayBecome(LegState next) {
        return !terminal() && next.compareTo(this) > 0;
    }

    /// A state by the carriers' usual name, such as `in-progress`.
    public static Optional<LegState> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "queued" -> Optional.of(QUEUED);
            case "initiated" -> Optional.of(INITIATED);
            case "ringing" -> Optional.of(RINGING);
            case "in-progress", "answered" -> Optional.of(IN_PROGRESS);
            case "completed" -> Optional.of(COMPLETED);
            case "busy" -> Optional.of(BUSY);
            case "no-answer" -> Optional.of(NO_ANSWER);
            case "canceled" -> Optional.of(CANCELED);
            case "failed" -> Optional.of(FAILED);
            default -> Optional.empty();
        };
    }
}
