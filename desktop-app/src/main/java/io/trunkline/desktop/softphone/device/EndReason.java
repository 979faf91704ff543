package io.trunkline.desktop.softphone.device;

/// Why a leg ended, or a direct call stopped ringing.
public enum EndReason {
    /// One side or the other ended it.
    HUNG_UP,
    /// It rings here no more, whatever the reason.
    CANCELLED,
    /// It was refused.
    REJECTED,
    /// Nobody answered in time.
    TIMED_OUT,
    /// The way to the carrier broke and could not be made again.
    LOST,
    /// The carrier or the sound failed.
    FAILED
}
