package io.trunkline.desktop.softphone;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Connection;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.ReservationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// While the feed is broken and the device talks on, the backend is told so by the other way there is to it: it would
/// take this desktop for dead, and part the contact from an agent who is there. Once more when the feed is back: that
/// alone does not show that the agent is heard, since it may be the feed of a desktop which has just begun.
final class StillTalking {
    private static final Logger LOG = LoggerFactory.getLogger(StillTalking.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Session session;
    private final SoftphoneGateway gateway;
    private final Supplier<Optional<ReservationId>> talking;
    private final Work work;
    private final Ticker ticker;
    private Subscription following = Subscription.EMPTY;
    private Subscription telling = Subscription.EMPTY;
    private Instant next = Instant.MIN;
    private boolean asking;
    /// The backend may think us dead, and has not heard otherwise since.
    private boolean owed;

    /// `talking` is the call this computer's device is in now, its way to the carrier unbroken.
    StillTalking(
            Session session,
            SoftphoneGateway gateway,
            Supplier<Optional<ReservationId>> talking,
            Work work,
            Ticker ticker) {
        this.session = session;
        this.gateway = gateway;
        this.talking = talking;
        this.work = work;
        this.ticker = ticker;
    }

    void activate() {
        following = session.connection().subscribe(this::follow);
    }

    void deactivate() {
        following.unsubscribe();
        telling.unsubscribe();
    }

    private void follow(Connection now) {
        telling.unsubscribe();
        owed |= now.state() == Connection.State.OFFLINE;
        telling = switch (now.state()) {
            case OFFLINE -> ticker.every(this::tell);
            case LIVE -> owed ? ticker.every(this::tellOnce) : Subscription.EMPTY;
            case CONNECTING -> Subscription.EMPTY;
        };
    }

    private void tellOnce(Instant now) {
        if (owed && talking.get().isPresent()) {
            tell(now);
        } else {
            owed = false;
            telling.unsubscribe();
        }
    }

    private void tell(Instant now) {
        if (!asking && !now.isBefore(next)) {
            next = now.plus(PAUSE);
            talking.get().ifPresent(this::tell);
        }
    }

    private void tell(ReservationId call) {
        asking = true;
        work.run(
                () -> {
                    gateway.talking(call);
                    return call;
                },
                _ -> heard(),
                e -> {
                    asking = false;
                    owed &= e instanceof BackendFailure.Unreachable;
                    LOG.debug("The backend does not hear that call {} goes on", call, e);
                });
    }

    private void heard() {
        asking = false;
        owed = session.connection().get().state() == Connection.State.OFFLINE;
    }
}
