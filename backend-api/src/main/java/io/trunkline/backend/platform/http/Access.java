package io.trunkline.backend.platform.http;

import io.trunkline.model.identity.Permission;

/// Who may use a route. There is no default: a route says it, or it cannot be added.
public sealed interface Access {
    /// Members of a tenant whose roles hold this permission.
    record Needs(Permission permission) implements Access {}

    /// Any member of a tenant.
    record SignedIn() implements Access {}

    /// People of the platform.
    record Platform() implements Access {}

    /// Everybody, for a reason that is written down.
    record Open(String reason) implements Access {
        public Open {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an open route needs a reason");
            }
        }
    }
}
