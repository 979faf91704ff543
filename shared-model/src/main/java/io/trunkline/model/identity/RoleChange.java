package io.trunkline.model.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes `permissions` all that a role allows.
public record RoleChange(@Nullable Set<Permission> permissions) {
    public RoleChange {
        permissions = permissions == null ? null : Set.copyOf(permissions);
    }
}
