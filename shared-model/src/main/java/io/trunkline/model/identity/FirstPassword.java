package io.trunkline.model.identity;

/// Chooses one's own password in the place of a one-time one, and signs in with it.
public record FirstPassword(String tenant, String email, String password, String newPassword) {
    @Override
    public String toString() {
        return "FirstPassword[tenant=" + tenant + ", email=" + email + "]";
    }
}
