package io.trunkline.model.call;

/// What came of a call between colleagues.
public enum DirectOutcome {
    ANSWERED,
    /// Not rung: they talk, are rung, or call somebody themselves.
    BUSY,
    REJECTED,
    NO_ANSWER,
    /// The caller gave up first.
    CANCELED,
    FAILED
}
