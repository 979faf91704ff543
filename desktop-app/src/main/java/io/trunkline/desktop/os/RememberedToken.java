package io.trunkline.desktop.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps the refresh token of the last sign-in in a file that only its owner can read. There is no keychain behind
/// it: the token is replaced at each start and can be revoked; the password is never kept.
public final class RememberedToken {
    private final Path file;

    public RememberedToken(AppFolder folder) {
        this.file = folder.file("session");
    }

    /// Nothing where nothing is kept or it cannot be read: then the agent signs in anew.
    public Optional<String> read() {
        try {
            var token = Files.exists(file) ? Files.readString(file).strip() : "";
            return token.isEmpty() ? Optional.empty() : Optional.of(token);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    public void keep(String token) {
        try {
            OwnerOnly.write(file, token.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
