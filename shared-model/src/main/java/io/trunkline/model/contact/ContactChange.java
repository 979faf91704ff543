package io.trunkline.model.contact;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes a contact; absent fields stay as they are.
public record ContactChange(
        @Nullable String name,
        @Nullable String company,
        @Nullable List<String> tags,
        @Nullable Map<String, String> fields) {
    public ContactChange {
        tags = tags == null ? null : List.copyOf(tags);
        fields = fields == null ? null : Map.copyOf(fields);
    }
}
