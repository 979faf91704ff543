package io.trunkline.backend.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of what goes by.
final class Hashed {
    private static final int BUFFER = 64 * 1024;

    private Hashed() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Copies all of it and gives back its hash.
    static String copy(InputStream from, OutputStream to) throws IOException {
        var digest = sha256();
        var through = new DigestOutputStream(to, digest);
        var buffer = new byte[BUFFER];
        for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            through.write(buffer, 0, read);
        }
        return hex(digest);
    }
}
