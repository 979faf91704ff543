package io.trunkline.model.contact;

import io.trunkline.model.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A person or company outside.
public record Contact(
        ContactId id,
        String name,
        @Nullable String company,
        List<Address> addresses,
        List<String> tags,
        Map<String, String> fields,
        Instant createdAt,
        Instant changedAt) {
    public Contact {
        addresses = List.copyOf(addresses);
        tags = List.copyOf(tags);
        fields = Map.copyOf(fields);
    }
}
