package io.trunkline.backend.identity;

import io.trunkline.model.QueueId;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.identity.Role;
import java.util.Set;

/// What the database says a user may do now. `sessionOver` when the session of the token was ended.
record Rights(
        boolean active,
        int tokenEpoch,
        boolean sessionOver,
        Set<Role> roles,
        Set<Permission> permissions,
        Set<QueueId> queues) {
    Rights {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
        queues = Set.copyOf(queues);
    }

    /// Whether a token of this epoch still holds.
    boolean admits(int epoch) {
        return active && !sessionOver && tokenEpoch == epoch;
    }
}
