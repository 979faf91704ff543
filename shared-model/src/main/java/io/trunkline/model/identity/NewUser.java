package io.trunkline.model.identity;

import io.trunkline.model.QueueId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Creates a [User]. The password has 12 characters or more.
public record NewUser(
        String name,
        String email,
        String password,
        Set<Role> roles,
        @Nullable String team,
        List<QueueId> queues,
        Map<String, Integer> skills) {
    public NewUser {
        roles = Set.copyOf(roles);
        queues = List.copyOf(queues);
        skills = Map.copyOf(skills);
    }
}
