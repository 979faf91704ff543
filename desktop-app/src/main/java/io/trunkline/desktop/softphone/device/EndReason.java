package io.trunkline.desktop.softphone.device;

/// Why a leg ended, or a direct call stopped ringing.
public enum EndReason {
    /// One side or the other ended it.
    HUNG_UP,
    /// The caller gave up before anybody answered.
    CANCELLED,
    /// Another device of the same agent took it.
    ANSWERED_ELSEWHERE,
    /// It was refused.
    REJECTED,
    /// Nobody answered in time.
    TIMED_OUT,
    /// The way to the carrier broke and could not be made again.
    LOST,
    /// The carrier or the sound failed.
    FAILED
}
