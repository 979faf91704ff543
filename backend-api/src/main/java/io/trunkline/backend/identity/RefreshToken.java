package io.trunkline.backend.identity;

import io.trunkline.model.TenantId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// A refresh token: its tenant's id, so that it can be looked up, and 256 random bits. Only its hash is kept.
record RefreshToken(TenantId tenant, String text, String hash) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int BYTES = 16 + SECRET_BYTES;

    static RefreshToken make(TenantId tenant) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .put(secret)
                .array();
        return new RefreshToken(tenant, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), sha256(bytes));
    }

    /// Reads what a client sent; nothing when it cannot be one of ours.
    static Optional<RefreshToken> parse(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(bytes);
            var tenant = new TenantId(new UUID(buffer.getLong(), buffer.getLong()));
            return Optional.of(new RefreshToken(tenant, text, sha256(bytes)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
