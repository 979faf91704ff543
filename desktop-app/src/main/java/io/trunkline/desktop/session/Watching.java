package io.trunkline.desktop.session;

import io.trunkline.desktop.backend.live.FeedConfig;
import io.trunkline.desktop.backend.live.LiveFeed;
import io.trunkline.desktop.backend.live.LiveSignal;
import io.trunkline.desktop.backend.live.LiveSource;
import io.trunkline.desktop.kit.work.Frames;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Work;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/// Keeps a session on the live feed, and does nothing but listen.
public final class Watching implements AutoCloseable {
    private final Session session;
    private final Work work;
    private final Clock clock;
    private final Runnable caughtUp;
    private final LiveFeed feed;
    private Running running = Running.ENDED;

    /// `clock` is the backend's; `caughtUp` is called whenever nothing is missed any more.
    Watching(Session session, Work work, Clock clock, URI live, LiveSource source, Runnable caughtUp) {
        this.session = session;
        this.work = work;
        this.clock = clock;
        this.caughtUp = caughtUp;
        var frames = Frames.<LiveSignal>onFx(this::take);
        this.feed = new LiveFeed(live, source, frames::offer, FeedConfig.defaults(), RandomGenerator.getDefault());
    }

    /// For a screen on which nobody works.
    public Watching(Session session, Work work, Clock clock, URI live, LiveSource source) {
        this(session, work, clock, live, source, () -> {});
    }

    public void start() {
        running = work.run(
                () -> {
                    feed.follow();
                    return session;
                },
                _ -> {},
                e -> session.take(List.of(new LiveSignal.Lost(String.valueOf(e.getMessage()))), clock.instant()));
    }

    @Override
    public void close() {
        feed.close();
        running.cancel();
    }

    private void take(List<LiveSignal> signals) {
        session.take(signals, clock.instant());
        if (signals.stream().anyMatch(LiveSignal.CaughtUp.class::isInstance)) {
            caughtUp.run();
        }
    }
}
