package io.trunkline.backend.telephony.twilio;

import io.trunkline.backend.telephony.TelephonyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Tells which key the carriers' secrets are encrypted by, without telling the key.
public final class SecretKeys {
    private static final int SHOWN = 8;

    private SecretKeys() {}

    /// The fingerprint of the key that the settings give or name; nothing when there is none yet. Makes none.
    public static Optional<String> fingerprint(TelephonyConfig config) {
        if (!config.secretKey().isEmpty()) {
            return Optional.of(of(Base64.getDecoder().decode(config.secretKey().reveal())));
        }
        try {
            return Files.exists(config.keyFile())
                    ? Optional.of(of(Files.readAllBytes(config.keyFile())))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the key cannot be read from " + config.keyFile(), e);
        }
    }

    private static String of(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("trunkline fingerprint of a key".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(key), 0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
