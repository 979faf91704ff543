package io.trunkline.model.identity;

/// Changes one's own password.
public record PasswordChange(String oldPassword, String newPassword) {
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
