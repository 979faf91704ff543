package io.trunkline.backend.identity;

import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.UserId;
import io.trunkline.model.identity.Me;
import io.trunkline.model.identity.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Opens, continues and ends sessions in the caller's transaction. A session is the family of its refresh tokens.
final class Sessions {
    /// How long a used refresh token is taken once more, for the client whose answer was lost on the way.
    static final Duration GRACE = Duration.ofSeconds(10);

    /// What became of a refresh token. `Reused` has ended its session.
    sealed interface Refreshed {
        record Continued(Session session) implements Refreshed {}

        record Reused(UserId user) implements Refreshed {}

        record Refused() implements Refreshed {}
    }

    private final RefreshStore refreshes = new RefreshStore();
    private final UserStore users = new UserStore();
    private final RightsStore rights = new RightsStore();
    private final TenantStore tenants = new TenantStore();
    private final AccessTokens tokens;
    private final Duration life;

    Sessions(AccessTokens tokens, Duration life) {
        this.tokens = tokens;
        this.life = life;
    }

    /// A new session of the user; nothing when they may not sign in (any more).
    Optional<Session> open(Tx tx, UserId user) {
        refreshes.forgetExpired(tx, user);
        return users.account(tx, user).filter(Account::active).map(account -> give(tx, account, Ids.next()));
    }

    Refreshed refresh(Tx tx, RefreshToken token) {
        var found = refreshes.lock(tx, token);
        if (found.isEmpty()) {
            return new Refreshed.Refused();
        }
        var row = found.get();
        if (row.revokedAt() != null || !row.expiresAt().isAfter(tx.now())) {
            return new Refreshed.Refused();
        }
        if (row.usedAt() != null
                && (row.overtaken() || tx.now().isAfter(row.usedAt().plus(GRACE)))) {
            refreshes.endFamily(tx, row.family());
            return new Refreshed.Reused(row.userId());
        }
        var account = users.account(tx, row.userId()).filter(Account::active);
        if (account.isEmpty()) {
            return new Refreshed.Refused();
        }
        refreshes.use(tx, token);
        return new Refreshed.Continued(give(tx, account.get(), row.family()));
    }

    /// Ends the token's session and says whose it was; empty when it was over.
    Optional<UserId> end(Tx tx, RefreshToken token) {
        return refreshes.lock(tx, token).filter(row -> row.revokedAt() == null).map(row -> {
            refreshes.endFamily(tx, row.family());
            return row.userId();
        });
    }

    void endAll(Tx tx, UserId user) {
        refreshes.endAll(tx, user);
    }

    /// Ends all sessions of the user but this one.
    void endOthers(Tx tx, UserId user, UUID session) {
        refreshes.endOthers(tx, user, session);
    }

    Me me(Tx tx, UserId user, UUID session) {
        var person = users.find(tx, user).orElseThrow();
        var may = rights.read(tx, user, session).orElseThrow();
        var tenant = tenants.read(tx);
        return new Me(
                new AgentId(user.value()),
                tx.tenant(),
                tenant.name(),
                person.name(),
                person.email(),
                may.roles(),
                may.permissions(),
                tenant.zone(),
                tenants.queues(tx, user),
                person.skills());
    }

    private Session give(Tx tx, Account account, UUID family) {
        var refresh = RefreshToken.make(tx.tenant());
        refreshes.add(tx, refresh, account.id(), family, tx.now().plus(life));
        var expiry = tokens.expiry();
        var access =
                tokens.issue(new AccessTokens.Claims(tx.tenant(), account.id(), family, account.tokenEpoch(), expiry));
        return new Session(access, expiry, refresh.text(), me(tx, account.id(), family));
    }
}
