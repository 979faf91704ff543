package io.trunkline.model.contact;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Creates a contact.
public record NewContact(
        String name,
        @Nullable String company,
        List<String> phones,
        List<String> emails,
        List<String> tags,
        Map<String, String> fields) {
    public NewContact {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        tags = List.copyOf(tags);
        fields = Map.copyOf(fields);
    }
}
