package io.trunkline.backend.identity;

import io.trunkline.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What sign-in needs of a user.
record Account(
        UserId id,
        String name,
        String passwordHash,
        boolean active,
        int tokenEpoch,
        @Nullable Instant oneTimeUntil) {
    /// True when its password was good once and has been left lying too long.
    boolean over(Instant now) {
        return oneTimeUntil != null && !now.isBefore(oneTimeUntil);
    }

    @Override
    public String toString() {
        return "Account " + id;
    }
}
