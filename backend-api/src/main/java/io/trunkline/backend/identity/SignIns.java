package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.Problem;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import io.trunkline.model.identity.FirstPassword;
import io.trunkline.model.identity.Session;
import io.trunkline.model.identity.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signs people in and out.
///
/// An unknown tenant, an unknown account, a disabled one and a wrong password look and take the same. After five
/// failures of an account from one address within 15 minutes that address is refused: [Fault.TooMany].
final class SignIns {
    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);
    private static final TenantId NOBODYS = new TenantId(new UUID(0, 0));

    private final AttemptStore attempts = new AttemptStore();
    private final UserStore users = new UserStore();
    private final TenantStore tenants = new TenantStore();
    private final Passwords passwords;
    private final Database database;
    private final Sessions sessions;
    private final Audit audit;
    private final Revocations revocations;

    SignIns(Database database, Passwords passwords, Sessions sessions, Audit audit, Revocations revocations) {
        this.database = database;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.revocations = revocations;
    }

    /// A session, or nothing when name or password are wrong. A password that is good once is told by
    /// [Fault.Forbidden]: it opens nothing.
    Optional<Session> signIn(SignIn asked, String address) {
        return prove(asked, address).flatMap(proof -> {
            if (proof.account().oneTimeUntil() == null) {
                return database.inTenant(proof.tenant(), tx -> open(tx, proof));
            }
            database.doInTenant(proof.tenant(), tx -> attempts.succeeded(tx, proof.who(), proof.at()));
            throw new Fault.Forbidden("This password is good once: choose your own.", Problem.PASSWORD_CHANGE_REQUIRED);
        });
    }

    /// Makes the new password the account's own and opens a session; nothing when name or password are wrong.
    Optional<Session> choose(FirstPassword asked, String address) {
        var given = new SignIn(asked.tenant(), asked.email(), asked.password());
        return prove(given, address).flatMap(proof -> {
            if (proof.account().oneTimeUntil() == null) {
                throw new Fault.Conflict("This account has a password of its own already.");
            }
            if (passwords.matches(asked.newPassword(), proof.account().passwordHash())) {
                throw new Fault.Invalid("newPassword", "Your own password has to differ from the one you were given.");
            }
            var hash = passwords.hash(asked.newPassword());
            return database.inTenant(proof.tenant(), tx -> own(tx, proof, hash));
        });
    }

    private Optional<Session> own(Tx tx, Proof proof, String hash) {
        var user = proof.account().id();
        if (!users.chosen(tx, user, proof.account().passwordHash(), hash)) {
            throw new Fault.Conflict("This account has a password of its own already.");
        }
        audit.record(
                tx,
                Audit.Actor.of(user),
                "user.password-chosen",
                "user " + user,
                Map.of("address", proof.who().address()));
        return open(tx, proof);
    }

    /// Whose name and password these are. What is known about them was read before the password was looked at.
    private Optional<Proof> prove(SignIn asked, String address) {
        var known = database.asSystem(handle -> tenants.byKey(handle, asked.tenant()));
        var tenant = known.orElse(NOBODYS);
        var email = asked.email().strip().toLowerCase(Locale.ROOT);
        var who = new AttemptStore.Who(known.isPresent() ? email : asked.tenant() + "/" + email, address);
        var attempt = database.inTenant(tenant, tx -> {
            var until = attempts.reserve(tx, who);
            return new Attempt(tx.now(), until.map(end -> Duration.between(tx.now(), end)), users.account(tx, email));
        });
        attempt.refusedFor().ifPresent(wait -> {
            LOG.warn("Too many failed sign-ins from one address in tenant {}", tenant);
            throw new Fault.TooMany("Too many failed attempts to sign in; try again later.", wait);
        });
        return attempt.account()
                .or(() -> {
                    passwords.matchesNobody(asked.password());
                    return Optional.empty();
                })
                .filter(account -> passwords.matches(asked.password(), account.passwordHash()))
                .filter(account -> account.active() && !account.over(attempt.at()))
                .map(account -> new Proof(tenant, account, who, attempt.at()));
    }

    private Optional<Session> open(Tx tx, Proof proof) {
        var user = proof.account().id();
        var session = sessions.open(tx, user);
        session.ifPresent(_ -> {
            attempts.succeeded(tx, proof.who(), proof.at());
            audit.record(
                    tx,
                    Audit.Actor.of(user),
                    "session.opened",
                    "user " + user,
                    Map.of("address", proof.who().address()));
            LOG.info("User {} signed in", user);
        });
        return session;
    }

    /// The session with new tokens, or nothing when the token is unknown, expired or used before, which ends its
    /// session.
    Optional<Session> refresh(String text) {
        return RefreshToken.parse(text).flatMap(token -> {
            var refreshed = database.inTenant(token.tenant(), tx -> {
                var what = sessions.refresh(tx, token);
                if (what instanceof Sessions.Refreshed.Reused(UserId user)) {
                    audit.record(tx, Audit.Actor.SYSTEM, "session.token-reused", "user " + user, Map.of());
                    revocations.after(tx, user);
                }
                return what;
            });
            return switch (refreshed) {
                case Sessions.Refreshed.Continued(Session session) -> Optional.of(session);
                case Sessions.Refreshed.Reused(UserId user) -> {
                    LOG.warn("A refresh token of user {} was used twice; its session is over", user);
                    yield Optional.empty();
                }
                case Sessions.Refreshed.Refused() -> Optional.empty();
            };
        });
    }

    /// Ends the token's session; one that is over or was never there needs no ending.
    void signOut(String text) {
        RefreshToken.parse(text)
                .ifPresent(token -> database.doInTenant(
                        token.tenant(),
                        tx -> sessions.end(tx, token).ifPresent(user -> {
                            audit.record(tx, Audit.Actor.of(user), "session.closed", "user " + user, Map.of());
                            revocations.after(tx, user);
                            LOG.info("User {} signed out", user);
                        })));
    }

    private record Proof(TenantId tenant, Account account, AttemptStore.Who who, Instant at) {}

    private record Attempt(Instant at, Optional<Duration> refusedFor, Optional<Account> account) {}
}
