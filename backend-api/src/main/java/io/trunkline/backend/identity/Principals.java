package io.trunkline.backend.identity;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Principal;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Who a token stands for.
///
/// What a user may do is read from the database and remembered for [#FRESH], so that a change made on another node is
/// obeyed within that time; a change made here is obeyed at once.
final class Principals {
    static final Duration FRESH = Duration.ofMillis(500);
    private static final int REMEMBERED = 20_000;

    private record Key(TenantId tenant, UserId user, UUID session) {}

    private record Seen(Optional<Rights> rights, Instant at) {}

    private final ConcurrentHashMap<Key, Seen> seen = new ConcurrentHashMap<>();
    private final RightsStore store = new RightsStore();
    private final AccessTokens tokens;
    private final Database database;
    private final Clock clock;

    Principals(AccessTokens tokens, Database database, Clock clock) {
        this.tokens = tokens;
        this.database = database;
        this.clock = clock;
    }

    /// The member, or nothing when the token is forged, expired or overtaken by a change of its user.
    Optional<Principal.Member> of(String token) {
        return tokens.read(token).flatMap(this::of);
    }

    Optional<Principal.Member> of(AccessTokens.Claims claims) {
        if (!claims.expiresAt().isAfter(clock.instant())) {
            return Optional.empty();
        }
        return rights(new Key(claims.tenant(), claims.user(), claims.session()))
                .filter(rights -> rights.admits(claims.epoch()))
                .map(rights -> new Principal.Member(
                        claims.tenant(),
                        claims.user(),
                        rights.roles(),
                        rights.permissions(),
                        rights.queues(),
                        Optional.empty()));
    }

    /// Reads the user's rights anew at the next request.
    void forget(UserId user) {
        seen.keySet().removeIf(key -> key.user().equals(user));
    }

    /// Reads everybody's rights anew.
    void forgetAll() {
        seen.clear();
    }

    private Optional<Rights> rights(Key key) {
        var now = clock.instant();
        var known = seen.get(key);
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return known.rights();
        }
        if (seen.size() > REMEMBERED) {
            seen.values().removeIf(old -> now.isAfter(old.at().plus(FRESH)));
        }
        var read = database.inTenant(key.tenant(), tx -> store.read(tx, key.user(), key.session()));
        // An answer that was asked for before a change must not be remembered after it: it is as old as the question.
        seen.put(key, new Seen(read, now));
        return read;
    }
}
