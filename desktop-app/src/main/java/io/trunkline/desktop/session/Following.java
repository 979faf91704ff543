package io.trunkline.desktop.session;

import io.trunkline.desktop.backend.live.LiveSource;
import io.trunkline.desktop.cache.LastDesk;
import io.trunkline.desktop.kit.work.Work;
import java.net.URI;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the session on the live feed from sign-in to sign-out, its outbox moving, and its last desk stored.
public final class Following implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final Session session;
    private final Outbox outbox;
    private final LastDesk lastDesk;
    private final Work work;
    private final Clock clock;
    private final Watching feed;

    /// `clock` is the backend's.
    public Following(
            Session session, Outbox outbox, LastDesk lastDesk, Work work, Clock clock, URI live, LiveSource source) {
        this.session = session;
        this.outbox = outbox;
        this.lastDesk = lastDesk;
        this.work = work;
        this.clock = clock;
        this.feed = new Watching(session, work, clock, live, source, this::caughtUp);
    }

    /// Shows the desk as it was seen last until the backend tells the present one, which is asked at once.
    public void start() {
        work.run(
                lastDesk::seen,
                seen -> seen.ifPresent(kept -> session.recall(kept.desk())),
                e -> LOG.info("The desk of the last run cannot be shown: {}", e.toString()));
        feed.start();
        outbox.resume();
    }

    @Override
    public void close() {
        feed.close();
    }

    private void caughtUp() {
        outbox.pump();
        keep();
    }

    private void keep() {
        var desk = session.desk();
        work.run(
                () -> {
                    lastDesk.keep(desk, clock.instant());
                    return desk;
                },
                _ -> {},
                _ -> {});
    }
}
