package io.trunkline.simulator.voice;

import java.util.Locale;

/// The life of a call, in the carrier's words. It moves forward only.
public enum CallStatus {
    QUEUED,
    INITIATED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    BUSY,
    NO_ANSWER,
    CANCELED,
    FAILED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean ended() {
        return compareTo(COMPLETED) >= 0;
    }

    /// What a status callback calls this step.
    String event() {
        return switch (this) {
            case QUEUED, INITIATED -> "initiated";
            case RINGING -> "ringing";
            case IN_PROGRESS -> "answered";
            case COMPLETED, BUSY, NO_ANSWER, CANCELED, FAILED -> "completed";
        };
    }

    boolean follows(CallStatus before) {
        return !before.ended() && compareTo(before) > 0;
    }
}
