package io.trunkline.backend.identity;

import io.trunkline.backend.live.Admission;
import io.trunkline.backend.live.Hub;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.DatabaseUnavailable;
import io.trunkline.model.TenantId;
import io.trunkline.model.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets desktops' sockets in and ends them when what was granted is revoked, on whichever node that happened.
///
/// A revocation here is obeyed at once; one of another node, or in the moment between admission and joining, at the
/// next [#sweep].
final class SocketWatch implements Admission {
    private static final Logger LOG = LoggerFactory.getLogger(SocketWatch.class);
    private static final Duration JOINING = Duration.ofSeconds(30);

    record Watched(TenantId tenant, UserId user) {}

    private record Granted(int epoch, Instant at) {}

    private final ConcurrentHashMap<Watched, Granted> granted = new ConcurrentHashMap<>();
    private final RightsStore store = new RightsStore();
    private final AccessTokens tokens;
    private final Principals principals;
    private final Database database;
    private final Clock clock;

    SocketWatch(AccessTokens tokens, Principals principals, Database database, Clock clock) {
        this.tokens = tokens;
        this.principals = principals;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Admitted> admit(String token) {
        return tokens.read(token)
                .flatMap(claims -> principals.of(claims).map(member -> {
                    var watched = new Watched(member.tenant(), member.user());
                    granted.put(watched, new Granted(claims.epoch(), clock.instant()));
                    return new Admitted(member, claims.expiresAt());
                }));
    }

    /// Dismisses everybody whose rights are no longer those of their socket.
    void sweep(Hub hub) {
        var joinedBy = clock.instant().minus(JOINING);
        granted.entrySet()
                .removeIf(entry -> entry.getValue().at().isBefore(joinedBy)
                        && !hub.connected(
                                entry.getKey().tenant(), entry.getKey().user()));
        if (granted.isEmpty()) {
            return;
        }
        try {
            var watched = List.copyOf(granted.keySet());
            var now = database.asSystem(handle -> store.epochs(handle, watched));
            for (var who : watched) {
                var before = granted.get(who);
                if (before != null && before.epoch() != now.getOrDefault(who, -1) && granted.remove(who, before)) {
                    hub.dismiss(who.tenant(), who.user());
                }
            }
        } catch (DatabaseUnavailable e) {
            LOG.debug("Nobody's rights can be read at the moment", e);
        }
    }
}
