package io.trunkline.desktop.os;

import java.util.Optional;

/// Keeps the refresh token of the last sign-in in a file that only its owner can read. There is no keychain behind
/// it: the token is replaced at each start and can be revoked; the password is never kept.
public final class RememberedToken {
    private static final String FILE = "session";

    private final AppFolder folder;

    public RememberedToken(AppFolder folder) {
        this.folder = folder;
    }

    /// Nothing where nothing is kept or it cannot be read: then the agent signs in anew.
    public Optional<String> read() {
        return folder.read(FILE);
    }

    public void keep(String token) {
        folder.keep(FILE, token);
    }

    public void forget() {
        folder.forget(FILE);
    }
}
