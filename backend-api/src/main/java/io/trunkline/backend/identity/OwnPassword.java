package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Principal;
import io.trunkline.model.identity.PasswordChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes a password by who knows the old one. Wrong guesses count with those of signing in; every other session of
/// the user ends.
final class OwnPassword {
    private static final Logger LOG = LoggerFactory.getLogger(OwnPassword.class);

    private final AttemptStore attempts = new AttemptStore();
    private final UserStore users = new UserStore();
    private final Passwords passwords;
    private final Database database;
    private final Sessions sessions;
    private final Audit audit;
    private final Revocations revocations;

    OwnPassword(Database database, Passwords passwords, Sessions sessions, Audit audit, Revocations revocations) {
        this.database = database;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.revocations = revocations;
    }

    private record Attempt(AttemptStore.Who who, Instant at, Optional<Duration> refusedFor, String hash) {}

    void change(Principal.Member member, UUID session, PasswordChange change, String address) {
        var attempt = attempt(member, address);
        attempt.refusedFor().ifPresent(wait -> {
            throw new Fault.TooMany("Too many wrong passwords; try again later.", wait);
        });
        // Hashing takes its time, so it is done outside of transactions.
        if (!passwords.matches(change.oldPassword(), attempt.hash())) {
            throw new Fault.Invalid("oldPassword", "This is not your password.");
        }
        var hash = passwords.hash(change.newPassword());
        var user = member.user();
        database.doInTenant(member.tenant(), tx -> {
            if (!users.password(tx, user, attempt.hash(), hash)) {
                throw new Fault.Conflict("Your password was changed a moment ago.");
            }
            attempts.succeeded(tx, attempt.who(), attempt.at());
            sessions.endOthers(tx, user, session);
            revocations.after(tx, user);
            audit.record(
                    tx,
                    new Audit.Actor(user, member.onBehalfOf().orElse(null)),
                    "user.password-changed",
                    "user " + user,
                    Map.of("address", address));
            LOG.info("User {} changed their password", user);
        });
    }

    private Attempt attempt(Principal.Member member, String address) {
        return database.inTenant(member.tenant(), tx -> {
            var email = users.find(tx, member.user()).orElseThrow().email().toLowerCase(Locale.ROOT);
            var who = new AttemptStore.Who(email, address);
            var wait = attempts.reserve(tx, who).map(end -> Duration.between(tx.now(), end));
            var hash = users.account(tx, member.user()).orElseThrow().passwordHash();
            return new Attempt(who, tx.now(), wait, hash);
        });
    }
}
