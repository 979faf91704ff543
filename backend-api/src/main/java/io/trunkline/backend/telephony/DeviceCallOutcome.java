package io.trunkline.backend.telephony;

/// What came of a call to a colleague.
public enum DeviceCallOutcome {
    ANSWERED,
    BUSY,
    NO_ANSWER,
    FAILED,
    CANCELED;

    /// As a leg's end tells it; of one whose end nobody has told yet, that it was answered.
    static DeviceCallOutcome of(LegState end) {
        return switch (end) {
            case BUSY -> BUSY;
            case NO_ANSWER -> NO_ANSWER;
            case FAILED -> FAILED;
            case CANCELED -> CANCELED;
            case QUEUED, INITIATED, RINGING, IN_PROGRESS, COMPLETED -> ANSWERED;
        };
    }
}
