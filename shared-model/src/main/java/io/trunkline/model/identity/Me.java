package io.trunkline.model.identity;

import io.trunkline.model.AgentId;
import io.trunkline.model.TenantId;
import io.trunkline.model.queue.QueueRef;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who is signed in. `skills` maps a skill's name to its level, 1 to 5.
public record Me(
        AgentId id,
        TenantId tenant,
        String tenantName,
        String name,
        String email,
        Set<Role> roles,
        Set<Permission> permissions,
        ZoneId timeZone,
        List<QueueRef> queues,
        Map<String, Integer> skills) {
    public Me {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
        queues = List.copyOf(queues);
        skills = Map.copyOf(skills);
    }
}
