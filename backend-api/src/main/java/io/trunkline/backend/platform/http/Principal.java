package io.trunkline.backend.platform.http;

import io.trunkline.model.AgentId;
import io.trunkline.model.QueueId;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import io.trunkline.model.identity.Permission;
import io.trunkline.model.identity.Role;
import java.util.Optional;
import java.util.Set;

/// Who asks.
public sealed interface Principal {
    /// Somebody who works for a tenant. `onBehalfOf` is set while a person of the platform acts in their place.
    record Member(
            TenantId tenant,
            UserId user,
            Set<Role> roles,
            Set<Permission> permissions,
            Set<QueueId> queues,
            Optional<UserId> onBehalfOf)
            implements Principal {
        public Member {
            roles = Set.copyOf(roles);
            permissions = Set.copyOf(permissions);
            queues = Set.copyOf(queues);
        }

        /// The same person as an agent.
        public AgentId agent() {
            return new AgentId(user.value());
        }

        public boolean may(Permission permission) {
            return permissions.contains(permission);
        }
    }

    /// Somebody who runs the platform, over all tenants and in none.
    record PlatformPerson(UserId id, String email) implements Principal {}

    /// Nobody signed in: the caller of an open route.
    record Anyone() implements Principal {
        public static final Anyone ANYONE = new Anyone();
    }
}
