package io.trunkline.backend.telephony;

/// A carrier's name for a leg.
public record CallSid(String value) {
    @Override
    public String toString() {
        return value;
    }
}
