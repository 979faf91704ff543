package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.model.identity.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The access token of the session, renewed shortly before it ends and when it is refused; once, however many ask.
final class Tokens {
    static final Duration EARLY = Duration.ofSeconds(60);

    private record Access(String token, Instant until) {}

    private final RefreshTokens kept;
    private final Clock clock;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable Access access;

    Tokens(RefreshTokens kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    void signedIn(Session session) {
        kept.keep(session.refreshToken());
        access = new Access(session.accessToken(), session.accessExpiresAt());
    }

    void signedOut() {
        access = null;
        kept.forget();
    }

    /// A token good for a while. `renew` exchanges a refresh token for a session.
    String fresh(Renewal renew) {
        var now = access;
        return now != null && clock.instant().plus(EARLY).isBefore(now.until()) ? now.token() : renewed(now, renew);
    }

    /// A token in the place of one that was refused.
    String insteadOf(String refused, Renewal renew) {
        var now = access;
        return now != null && !now.token().equals(refused) ? now.token() : renewed(now, renew);
    }

    private String renewed(@Nullable Access seen, Renewal renew) {
        renewing.lock();
        try {
            var now = access;
            if (now != null && !now.equals(seen)) {
                return now.token();
            }
            var session = renew.apply(refreshToken());
            signedIn(session);
            return session.accessToken();
        } catch (BackendFailure.Unauthorised e) {
            signedOut();
            throw e;
        } finally {
            renewing.unlock();
        }
    }

    private String refreshToken() {
        return kept.kept().orElseThrow(() -> new BackendFailure.Unauthorised("Nobody is signed in"));
    }

    /// Exchanges a refresh token for a new session, over the network.
    interface Renewal {
        Session apply(String refreshToken);
    }
}
