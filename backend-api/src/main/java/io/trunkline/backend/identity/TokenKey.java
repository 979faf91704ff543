package io.trunkline.backend.identity;

import io.trunkline.backend.platform.config.SettingFault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// The key that signs access tokens: given by a setting, else made once and kept in a file that only its owner can
/// read.
///
/// Never printed.
final class TokenKey {
    private static final int BYTES = 32;

    private final byte[] bytes;

    private TokenKey(byte[] bytes) {
        this.bytes = bytes;
    }

    static TokenKey from(IdentityConfig config) {
        return config.tokenKey().isEmpty()
                ? new TokenKey(kept(config.tokenKeyFile()))
                : new TokenKey(decoded(config.tokenKey().reveal(), "The setting identity.token-key"));
    }

    /// A key that is gone with the program.
    static TokenKey nobodys() {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return new TokenKey(key);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static byte[] kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return decoded(Files.readString(file).strip(), "The file " + file);
        } catch (IOException e) {
            throw new SettingFault("The key of access tokens cannot be kept in %s: %s".formatted(file, e.getMessage()));
        }
    }

    private static void make(Path file) throws IOException {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            create(file);
        } catch (FileAlreadyExistsException _) {
            return; // another node with the same folder was first; its key is ours
        }
        Files.writeString(file, Base64.getEncoder().encodeToString(key));
    }

    private static void create(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))
                    .close();
        }
    }

    private static byte[] decoded(String text, String where) {
        try {
            var key = Base64.getDecoder().decode(text);
            if (key.length >= BYTES) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // answered by the sentence below
        }
        throw new SettingFault(where + " must hold at least 32 bytes in Base64.");
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
