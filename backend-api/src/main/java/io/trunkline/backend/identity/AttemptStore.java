package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// All SQL of attempts to sign in, kept so that a restart forgives nobody.
final class AttemptStore {
    static final int ALLOWED = 5;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration KEPT = Duration.ofDays(1);

    /// Whose attempts are counted together: one account from one address.
    record Who(String account, String address) {}

    /// Writes a failed attempt, before the password is looked at, so that guesses made at once are counted too. When
    /// too many failed since the last success, nothing is written and the end of the wait is given back.
    Optional<Instant> reserve(Tx tx, Who who) {
        tx.handle()
                .createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:account || ' ' || :address, 5))::text")
                .bind("account", who.account())
                .bind("address", who.address())
                .mapTo(String.class)
                .one();
        var until = tx.handle()
                .createQuery("""
                        SELECT at FROM login_attempt
                        WHERE email = :account AND address = :address AND NOT ok AND at > :since
                            AND at > coalesce((SELECT max(at) FROM login_attempt
                                WHERE email = :account AND address = :address AND ok), '-infinity')
                        ORDER BY at DESC OFFSET :allowed - 1 LIMIT 1
                        """)
                .bind("account", who.account())
                .bind("address", who.address())
                .bind("since", tx.now().minus(WINDOW))
                .bind("allowed", ALLOWED)
                .mapTo(Instant.class)
                .findOne()
                .map(first -> first.plus(WINDOW));
        if (until.isEmpty()) {
            write(tx, who);
        }
        return until;
    }

    private static void write(Tx tx, Who who) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO login_attempt (tenant_id, email, address, at, ok)
                        VALUES (:tenant, :account, :address, :now, false)
                        """)
                .bind("tenant", tx.tenant())
                .bind("account", who.account())
                .bind("address", who.address())
                .bind("now", tx.now())
                .execute();
    }

    /// The attempt reserved at `at` was right. Old ones are forgotten on the way.
    void succeeded(Tx tx, Who who, Instant at) {
        tx.handle()
                .createUpdate("""
                        UPDATE login_attempt SET ok = true WHERE email = :account AND address = :address AND at = :at
                        """)
                .bind("account", who.account())
                .bind("address", who.address())
                .bind("at", at)
                .execute();
        tx.handle()
                .createUpdate("DELETE FROM login_attempt WHERE at < :old")
                .bind("old", tx.now().minus(KEPT))
                .execute();
    }
}
