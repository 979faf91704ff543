package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
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

    /// A session, or nothing when name or password are wrong.
    Optional<Session> signIn(SignIn asked, String address) {
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
        var right = attempt.account()
                .map(account -> passwords.matches(asked.password(), account.passwordHash()))
                .orElseGet(() -> passwords.matchesNobody(asked.password()));
        return right ? open(tenant, attempt, who) : Optional.empty();
    }

    private Optional<Session> open(TenantId tenant, Attempt attempt, AttemptStore.Who who) {
        var user = attempt.account().orElseThrow().id();
        return database.inTenant(tenant, tx -> {
            var session = sessions.open(tx, user);
            session.ifPresent(_ -> {
                attempts.succeeded(tx, who, attempt.at());
                audit.record(
                        tx, Audit.Actor.of(user), "session.opened", "user " + user, Map.of("address", who.address()));
                LOG.info("User {} signed in", user);
            });
            return session;
        });
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

    private record Attempt(Instant at, Optional<Duration> refusedFor, Optional<Account> account) {}
}
