package io.trunkline.model.identity;

/// Chooses an own password with one that is good once. `tenant` is the tenant's short name.
public record FirstPassword(String tenant, String email, String password, String newPassword) {
    @Override
    public String toString() {
        return "FirstPassword[]";
    }
}
