package io.trunkline.backend.telephony.twilio;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a number at the carrier said before it was pointed at us, by the carrier's names of its fields, and every value
/// we have given those fields since.
public record NumberBefore(
        String sid, String number, Map<String, String> before, Map<String, List<String>> ours, Instant at) {
    public NumberBefore {
        before = Map.copyOf(before);
        ours = Map.copyOf(ours);
    }
}
