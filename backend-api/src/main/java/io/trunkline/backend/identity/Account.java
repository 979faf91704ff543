package io.trunkline.backend.identity;

import io.trunkline.model.UserId;

/// What sign-in needs of a user.
record Account(UserId id, String name, String passwordHash, boolean active, int tokenEpoch) {
    @Override
    public String toString() {
        return "Account " + id;
    }
}
