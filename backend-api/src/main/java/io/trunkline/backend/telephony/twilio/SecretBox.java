package io.trunkline.backend.telephony.twilio;

import io.trunkline.backend.telephony.TelephonyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts the carrier's secrets for their rows (AES-256-GCM). What was written for one account opens for no other.
final class SecretBox {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    SecretBox(byte[] key) {
        if (key.length != KEY) {
            throw new IllegalArgumentException("the key has to have 32 bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /// The key of the settings, else one that is made once and kept in a file only its owner reads.
    static SecretBox of(TelephonyConfig config) {
        if (!config.secretKey().isEmpty()) {
            return new SecretBox(Base64.getDecoder().decode(config.secretKey().reveal()));
        }
        try {
            return new SecretBox(kept(config.keyFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] kept(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readAllBytes(file);
        }
        var made = new byte[KEY];
        new SecureRandom().nextBytes(made);
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, mine);
        }
        return Files.readAllBytes(Files.write(file, made));
    }

    /// Something only who has the key can say about a text, and that tells nothing of the key.
    String vouch(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("vouch " + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    byte[] close(String account, String secret) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, account, secret.getBytes(StandardCharsets.UTF_8));
        var row = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, row, NONCE, sealed.length);
        return row;
    }

    String open(String account, byte[] row) {
        var nonce = Arrays.copyOf(row, NONCE);
        var sealed = Arrays.copyOfRange(row, NONCE, row.length);
        return new String(run(Cipher.DECRYPT_MODE, nonce, account, sealed), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, String account, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a secret of account %s cannot be read: is it another key?".formatted(account), e);
        }
    }
}
