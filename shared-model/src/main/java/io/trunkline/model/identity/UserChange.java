package io.trunkline.model.identity;

import io.trunkline.model.QueueId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes a [User]; absent fields stay as they are.
public record UserChange(
        @Nullable String name,
        @Nullable Set<Role> roles,
        @Nullable String team,
        @Nullable Boolean active,
        @Nullable List<QueueId> queues,
        @Nullable Map<String, Integer> skills) {
    public UserChange {
        roles = roles == null ? null : Set.copyOf(roles);
        queues = queues == null ? null : List.copyOf(queues);
        skills = skills == null ? null : Map.copyOf(skills);
    }
}
