package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All SQL of refresh tokens. A family is one signed-in session.
final class RefreshStore {
    record Row(
            UserId userId,
            UUID family,
            Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable Instant revokedAt,
            boolean overtaken) {}

    void add(Tx tx, RefreshToken token, UserId user, UUID family, Instant expiresAt) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO refresh_token (tenant_id, hash, user_id, family, issued_at, expires_at)
                        VALUES (:tenant, decode(:hash, 'hex'), :user, :family, :now, :expires)
                        """)
                .bind("tenant", tx.tenant())
                .bind("hash", token.hash())
                .bind("user", user)
                .bind("family", family)
                .bind("now", tx.now())
                .bind("expires", expiresAt)
                .execute();
    }

    /// The token's row, locked; `overtaken` when a token that was given for it has itself been used.
    Optional<Row> lock(Tx tx, RefreshToken token) {
        return tx.handle()
                .createQuery("""
                        SELECT user_id, family, expires_at, used_at, revoked_at, EXISTS (SELECT FROM refresh_token n
                            WHERE n.family = t.family AND n.issued_at >= t.used_at AND n.used_at IS NOT NULL AND n.hash <> t.hash)
                            AS overtaken
                        FROM refresh_token t WHERE hash = decode(:hash, 'hex') FOR UPDATE
                        """)
                .bind("hash", token.hash())
                .mapTo(Row.class)
                .findOne();
    }

    void use(Tx tx, RefreshToken token) {
        tx.handle()
                .createUpdate(
                        "UPDATE refresh_token SET used_at = :now WHERE hash = decode(:hash, 'hex') AND used_at IS NULL")
                .bind("hash", token.hash())
                .bind("now", tx.now())
                .execute();
    }

    void endFamily(Tx tx, UUID family) {
        tx.handle()
                .createUpdate(
                        "UPDATE refresh_token SET revoked_at = :now WHERE family = :family AND revoked_at IS NULL")
                .bind("family", family)
                .bind("now", tx.now())
                .execute();
    }

    void endAll(Tx tx, UserId user) {
        tx.handle()
                .createUpdate("UPDATE refresh_token SET revoked_at = :now WHERE user_id = :user AND revoked_at IS NULL")
                .bind("user", user)
                .bind("now", tx.now())
                .execute();
    }

    void endOthers(Tx tx, UserId user, UUID family) {
        tx.handle()
                .createUpdate("""
                        UPDATE refresh_token SET revoked_at = :now
                        WHERE user_id = :user AND family <> :family AND revoked_at IS NULL
                        """)
                .bind("user", user)
                .bind("family", family)
                .bind("now", tx.now())
                .execute();
    }

    void forgetExpired(Tx tx, UserId user) {
        tx.handle()
                .createUpdate("DELETE FROM refresh_token WHERE user_id = :user AND expires_at < :now")
                .bind("user", user)
                .bind("now", tx.now())
                .execute();
    }
}
