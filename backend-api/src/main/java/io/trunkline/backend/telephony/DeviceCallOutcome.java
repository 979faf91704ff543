package io.trunkline.backend.telephony;

/// What came of a call to a colleague.
public enum DeviceCallOutcome {
    ANSWERED,
    BUSY,
    NO_ANSWER,
    FAILED,
    CANCELED
}
