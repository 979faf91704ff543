package io.trunkline.backend.telephony.twilio;

import java.util.List;

/// The numbers of an account that were pointed at us, each with what it said before.
public record NumbersBefore(List<NumberBefore> numbers) {
    public static final NumbersBefore NONE = new NumbersBefore(List.of());

    public NumbersBefore {
        numbers = List.copyOf(numbers);
    }

    @Override
    public String toString() {
        return "NumbersBefore[" + numbers.size() + "]";
    }
}
