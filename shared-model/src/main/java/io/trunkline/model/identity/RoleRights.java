package io.trunkline.model.identity;

import java.util.Set;

/// What a role allows in a tenant.
public record RoleRights(Role role, Set<Permission> permissions) {
    public RoleRights {
        permissions = Set.copyOf(permissions);
    }
}
