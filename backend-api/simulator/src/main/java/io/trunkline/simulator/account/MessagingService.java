package io.trunkline.simulator.account;

import java.util.Set;

/// A messaging service and the numbers in it. Texts to them come to its own address, not to the number's, unless it
/// defers to the number.
public record MessagingService(String sid, String name, Hook inbound, boolean defers, Set<String> numbers) {
    public MessagingService {
        numbers = Set.copyOf(numbers);
    }
}
