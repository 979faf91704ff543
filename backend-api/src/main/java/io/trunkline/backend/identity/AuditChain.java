package io.trunkline.backend.identity;

import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Chains audit rows: the hash of each covers the row and the hash before it, so that an edited, inserted or deleted
/// row shows.
///
/// Pure. Hashes are SHA-256 in hexadecimal. Every part is preceded by its length, so that no text can be shifted from
/// one field into the next.
final class AuditChain {
    /// Before the first row.
    static final String START = "0".repeat(64);

    /// What a row says; `at` in whole microseconds, as the database keeps it.
    record Row(
            TenantId tenant,
            long sequence,
            Instant at,
            @Nullable UserId actor,
            @Nullable UserId onBehalfOf,
            String action,
            String subject,
            Map<String, String> detail) {
        Row {
            detail = Map.copyOf(detail);
        }
    }

    /// A row as it was read, with the hashes kept in it.
    record Link(Row row, String previous, String hash) {}

    private AuditChain() {}

    static String hash(String previous, Row row) {
        var digest = sha256();
        digest.update(HexFormat.of().parseHex(previous));
        part(digest, row.tenant().toString());
        part(digest, Long.toString(row.sequence()));
        part(digest, row.at().toString());
        part(digest, Objects.toString(row.actor(), ""));
        part(digest, Objects.toString(row.onBehalfOf(), ""));
        part(digest, row.action());
        part(digest, row.subject());
        new TreeMap<>(row.detail()).forEach((name, value) -> {
            part(digest, name);
            part(digest, value);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Whether `link` follows row `before` whose hash is `previous`; else what is wrong, as a sentence.
    static Optional<String> broken(long before, String previous, Link link) {
        var row = link.row();
        if (row.sequence() != before + 1) {
            return Optional.of("Row %d is missing.".formatted(before + 1));
        }
        if (!previous.equals(link.previous())) {
            return Optional.of("Row %d does not follow the row before it.".formatted(row.sequence()));
        }
        if (!hash(previous, row).equals(link.hash())) {
            return Optional.of("Row %d was changed.".formatted(row.sequence()));
        }
        return Optional.empty();
    }

    private static void part(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
