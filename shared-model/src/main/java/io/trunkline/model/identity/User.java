package io.trunkline.model.identity;

import io.trunkline.model.QueueId;
import io.trunkline.model.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person who can sign in, as an administrator sees them.
public record User(
        UserId id,
        String name,
        String email,
        Set<Role> roles,
        @Nullable String team,
        boolean active,
        List<QueueId> queues,
        Map<String, Integer> skills) {
    public User {
        roles = Set.copyOf(roles);
        queues = List.copyOf(queues);
        skills = Map.copyOf(skills);
    }
}
